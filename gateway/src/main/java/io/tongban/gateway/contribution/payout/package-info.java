/** Contributions held back from payouts as they are earned: the month belongs to the person, a part of it to each platform. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.payout;
