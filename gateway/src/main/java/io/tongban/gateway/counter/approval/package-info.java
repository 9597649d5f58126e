/** Dual control: what one operator signed waits until another one of the same bank signs it, too. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.counter.approval;
