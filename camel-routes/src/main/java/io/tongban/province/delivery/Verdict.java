package io.tongban.province.delivery;

import io.tongban.province.ProvinceReply;
import io.tongban.province.dialect.CallFailed;
import java.util.Set;

/** What a call says of the province's system, whatever it says of the command. */
enum Verdict {
    /** It answered; that it refused, or that no one can make sense of it, is the command's affair. */
    REACHED,
    /** It was not reached, gave no reply, or took no calls. */
    FAILED,
    /** It was not called. */
    NEITHER;

    private static final Set<String> FAILURES = Set.of(
            CallFailed.NOT_CONNECTED,
            CallFailed.TIMEOUT,
            CallFailed.CONNECTION_CUT,
            CallFailed.NOT_SIGNED_IN,
            "http-error",
            "busy-there",
            "closed-there");
    private static final Set<String> OURS =
            Set.of(CallFailed.FAILED, Gate.BUSY, Gate.INTERRUPTED, Gate.CIRCUIT_OPEN, ProvinceChannel.NOT_CARRIED);

    static Verdict of(ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Unknown unknown) {
            // What ails TLS has a word of its own for each ailment.
            return FAILURES.contains(unknown.cause()) || unknown.cause().startsWith("tls")
                    ? FAILED
                    : reached(!OURS.contains(unknown.cause()));
        }
        return reached(!(reply instanceof ProvinceReply.Refused refused)
                || !refused.provinceCode().equals(ProvinceChannel.NOT_CARRIED));
    }

    private static Verdict reached(boolean called) {
        return called ? REACHED : NEITHER;
    }
}
