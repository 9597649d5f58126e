/** What was done about a subject on its way to a province and back: bounded, and without personal data. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.delivery.history;
