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
     * @param provinceCode the province's own code, as it came; or, when nothing was sent, {@code not-carried} (a value
     *     does not fit the province's charset, field or codes) or {@code not-offered} (the province does not take this
     *     command online, or not for this insurance), and then {@code provinceText} names the field or the command
     * @param provinceText the province's own words, at most 200 characters, without personal data as far as the
     *     province keeps to its specification; never logged
     */
    record Refused(String serial, RefusalReason reason, String provinceCode, String provinceText)
            implements ProvinceReply {
        /** Whether it says no to the command. That an inquiry found no serial says only that it has yet to arrive. */
        public boolean refusesCommand() {
            return reason != RefusalReason.SERIAL_NOT_FOUND;
        }
    }

    /** Received, and still in process over there; ask again, not before {@code askAgainAt} where it was said. */
    record Pending(String serial, @Nullable Instant askAgainAt) implements ProvinceReply {}

    /**
     * Sent, or maybe sent, and no one can say what became of it. Never re-sent blind: it is inquired by its serial.
     *
     * <p>A booking of another amount than was sent is Unknown too ({@code amount-differs}). It is no yes: the worker's
     * mandate was for the amount that was sent. It is no no: something is booked over there, and to send again would
     * book it twice.
     *
     * @param cause a short stable word for logs and metrics: {@code timeout}, {@code connection-cut},
     *     {@code not-connected}, {@code tls}, {@code not-signed-in}, {@code http-error}, {@code soap-fault}, {@code unreadable},
     *     {@code code-unknown}, {@code code-unexpected}, {@code uncertain}, {@code access-refused},
     *     {@code amount-differs}, {@code rows-differ} (two answers to one serial), {@code busy} (no turn in time),
     *     {@code circuit-open} (it has not answered for a while, and was not called), {@code busy-there} and {@code closed-there} (it says so itself),
     *     {@code interrupted}, {@code not-inquirable}, {@code not-reversed} (it did not take it back),
     *     {@code failed}, {@code clock-differs} (by more than a day),
     *     {@code version-ended} (not found by the version of the profile that it was sent under, which is no longer
     *     that of today); of an inquiry that was not sent, {@code not-carried} or {@code not-offered}
     */
    record Unknown(String serial, String cause) implements ProvinceReply {}
}
