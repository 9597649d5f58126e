/** Workers' registrations at provinces: each partner has its own, and each person is registered at a province once. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.enrolment;
