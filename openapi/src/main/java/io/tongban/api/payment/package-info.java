/** What workers pay at a counter. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.payment;
