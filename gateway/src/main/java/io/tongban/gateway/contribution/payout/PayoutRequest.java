package io.tongban.gateway.contribution.payout;

import java.time.LocalDate;

/** A payout as it is reported, unchecked but for the form of its day. */
record PayoutRequest(String reference, String workerId, String mandateId, LocalDate paidOn, long earnedFen) {}
