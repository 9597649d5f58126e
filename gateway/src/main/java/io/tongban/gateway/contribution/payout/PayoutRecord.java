package io.tongban.gateway.contribution.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A payout that counts, with its parts by insurance. */
record PayoutRecord(
        String id,
        String clientId,
        String reference,
        String workerId,
        String mandateId,
        LocalDate paidOn,
        long earnedFen,
        Instant reportedAt,
        List<Part> parts) {
    PayoutRecord {
        parts = List.copyOf(parts);
    }

    long holdFen() {
        return parts.stream().mapToLong(Part::amountFen).sum();
    }
}
