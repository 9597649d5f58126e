package io.tongban.gateway.platform.outbox;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something to be done outside once this transaction has committed. Holds no personal data: the handler of the kind
 * loads what it needs by the subject.
 *
 * @param kind what to do, such as {@code province.withhold} or {@code webhook}; names the handler
 * @param subjectId id of the thing it is done for; one entry a kind and subject at a time
 * @param lane what shares one bound on calls at a time, such as {@code province:44}; its group stands before the colon
 * @param orderKey entries of one key go out one after the other, as they were appended; absent where order is free
 */
public record OutboxEntry(
        String kind,
        String subjectId,
        String lane,
        @Nullable String orderKey) {
    public OutboxEntry {
        requireNonNull(kind, "kind");
        requireNonNull(subjectId, "subjectId");
        if (lane.indexOf(':') < 1) {
            throw new IllegalArgumentException("a lane is written group:name");
        }
    }

    /** One whose order is free. */
    public OutboxEntry(String kind, String subjectId, String lane) {
        this(kind, subjectId, lane, null);
    }
}
