package io.tongban.province.dialect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a dialect's route leaves as body: an answer, or that there is none to read. */
public sealed interface DialectReply permits Answer, DialectReply.NotYet, DialectReply.NeverArrived {
    /**
     * It is over there, or on its way there for certain, and there is no answer yet.
     *
     * @param askAgainAt not before this; absent where nobody said
     */
    record NotYet(@Nullable Instant askAgainAt) implements DialectReply {}

    /** Only for an inquiry: what it asks about is not over there, by the dialect's own means of telling. */
    record NeverArrived() implements DialectReply {}
}
