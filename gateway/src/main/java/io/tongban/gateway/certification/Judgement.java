package io.tongban.gateway.certification;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of a case.
 *
 * @param detail why it failed, or what is missing
 * @param request that shows it
 * @param event id of the one that shows it
 */
record Judgement(
        Verdict verdict,
        @Nullable String detail,
        @Nullable Evidence request,
        @Nullable String event) {
    enum Verdict {
        PASSED,
        FAILED,
        NOT_SEEN
    }

    /**
     * A request of the log.
     *
     * @param digest of its method, target and body
     */
    record Evidence(String id, String digest) {
        static Evidence of(Seen request) {
            return new Evidence(request.id(), request.request());
        }
    }

    static Judgement passed(Seen by) {
        return new Judgement(Verdict.PASSED, null, Evidence.of(by), null);
    }

    static Judgement taken(String event) {
        return new Judgement(Verdict.PASSED, null, null, event);
    }

    static Judgement failed(String why, Seen by) {
        return new Judgement(Verdict.FAILED, why, Evidence.of(by), null);
    }

    static Judgement notSeen() {
        return new Judgement(Verdict.NOT_SEEN, null, null, null);
    }

    /** Begun, and not brought to its end yet. */
    static Judgement open(String missing, Seen begun) {
        return new Judgement(Verdict.NOT_SEEN, missing, Evidence.of(begun), null);
    }

    boolean isOpen() {
        return verdict == Verdict.NOT_SEEN && detail != null;
    }

    boolean isFailed() {
        return verdict == Verdict.FAILED;
    }

    /** Once nothing more is looked at: what was begun and not brought to its end is wrong. */
    Judgement atTheEnd() {
        return isOpen() ? new Judgement(Verdict.FAILED, detail, request, event) : this;
    }
}
