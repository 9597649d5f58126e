package io.tongban.province.delivery;

import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import java.util.EnumSet;
import java.util.Set;

/** What a call says of the province's system, whatever it says of the command. */
enum Verdict {
    /** It answered; that it refused, or that no one can make sense of it, is the command's affair. */
    REACHED,
    /** It was not reached, gave no reply, or took no calls. */
    FAILED,
    /** It was not called. */
    NEITHER;

    private static final Set<UnknownCause> FAILURES = EnumSet.of(
            UnknownCause.NOT_CONNECTED,
            UnknownCause.TLS,
            UnknownCause.TIMEOUT,
            UnknownCause.CONNECTION_CUT,
            UnknownCause.NOT_SIGNED_IN,
            UnknownCause.HTTP_ERROR,
            UnknownCause.BUSY_THERE,
            UnknownCause.CLOSED_THERE);
    private static final Set<UnknownCause> OURS = EnumSet.of(
            UnknownCause.FAILED,
            UnknownCause.BUSY,
            UnknownCause.INTERRUPTED,
            UnknownCause.CIRCUIT_OPEN,
            UnknownCause.NOT_CARRIED);

    static Verdict of(ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Unknown unknown) {
            return FAILURES.contains(unknown.cause()) ? FAILED : reached(!OURS.contains(unknown.cause()));
        }
        return reached(!(reply instanceof ProvinceReply.Refused refused)
                || !refused.provinceCode().equals(UnknownCause.NOT_CARRIED.word()));
    }

    private static Verdict reached(boolean called) {
        return called ? REACHED : NEITHER;
    }
}
