/** A person's registration at a province: once per person and province, however many partners ask for it. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.enrolment;
