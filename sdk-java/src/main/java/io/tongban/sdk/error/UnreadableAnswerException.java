package io.tongban.sdk.error;

/**
 * The gateway's own words, verified, but not in the form of the contract that this version knows, or longer than it
 * reads. An effect may have happened.
 */
public final class UnreadableAnswerException extends TongbanException {
    private static final long serialVersionUID = 1;

    public UnreadableAnswerException(CallInfo call, String reason) {
        super(call, call.text() + " got an answer that cannot be read: " + reason + ", trace " + call.traceId(), null);
    }

    @Override
    public boolean mayHaveHappened() {
        return call().isEffect();
    }
}
