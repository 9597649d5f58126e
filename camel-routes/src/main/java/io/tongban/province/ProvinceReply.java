package io.tongban.province;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a province said, or that no one can say. Exactly one of four; the serial is that of the command. */
public sealed interface ProvinceReply {
    String serial();

    /** Done, and booked over there. */
    record Accepted(String serial, ProvinceDetail detail) implements ProvinceReply {}

    /**
     * A final no: nothing was booked.
     *
     * @param provinceCode the province's own code, as it came
     * @param provinceText the province's own words, at most 200 characters, without personal data as far as the
     *     province keeps to its specification; never logged
     */
    record Refused(String serial, RefusalReason reason, String provinceCode, String provinceText)
            implements ProvinceReply {}

    /** Received, and still in process over there; ask again, not before {@code askAgainAt} where it was said. */
    record Pending(String serial, @Nullable Instant askAgainAt) implements ProvinceReply {}

    /**
     * Sent, or maybe sent, and no one can say what became of it. Never re-sent blind: it is inquired by its serial.
     *
     * @param cause a short stable word for logs and metrics, such as {@code timeout}, {@code connection-cut},
     *     {@code unreadable}, {@code not-connected}
     */
    record Unknown(String serial, String cause) implements ProvinceReply {}
}
