package io.tongban.sdk.card;

import java.time.Duration;

/** How a call is kept within its limit: a role, so that a simulated reader makes no test wait. */
interface TimeBound {
    /** What a call has the device do. */
    interface Work<T> {
        /**
         * @param stillWanted throws if nobody waits for the outcome any more; ask it before each step that a person or a card
         *     would notice
         */
        T done(Runnable stillWanted);
    }

    /** @throws CardReaderException with {@link CardFault.TimedOut} if the work is not done by then */
    <T> T within(Duration limit, Work<T> work);

    /** Begins nothing any more, and does this last. */
    void end(Runnable last);
}
