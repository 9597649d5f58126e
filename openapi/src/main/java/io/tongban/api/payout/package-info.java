/** Payouts reported as they are made, and what is held back of them. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.payout;
