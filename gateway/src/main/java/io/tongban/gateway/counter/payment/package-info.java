/** What workers pay at a counter, and the receipt that anybody can check. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.counter.payment;
