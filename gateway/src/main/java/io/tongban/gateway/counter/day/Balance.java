package io.tongban.gateway.counter.day;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the books of bank and gateway say of a day, beside each other. */
final class Balance {
    private Balance() {}

    /**
     * @param means CASH or CARD
     * @param reportedCount absent where the bank says nothing of such an operation, or has not said anything
     */
    record Line(
            String operator,
            String point,
            String means,
            Entry.Operation operation,
            int count,
            long fen,
            @Nullable Integer reportedCount,
            @Nullable Long reportedFen) {}

    enum Kind {
        NOT_BOOKED,
        NOT_REPORTED,
        OTHERWISE
    }

    record Difference(
            String reference,
            Entry.Operation operation,
            Kind kind,
            @Nullable Long bookedFen,
            @Nullable Long reportedFen) {}

    /** @param total of all, of which those are the first */
    record Differences(List<Difference> named, long total) {
        static final Differences NONE = new Differences(List.of(), 0);
    }
}
