package io.tongban.province.dialect;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Instant;

/** Takes what a dialect receives unasked, or too late for the one who asked. Throws if it must be delivered again. */
public interface Arrivals {
    /**
     * @param about kind of the command that this answers: {@code register} or {@code withhold}
     * @param answer with the serial of that command as its {@code serial}
     * @throws CallFailed if the answer cannot be read: it will never be readable, so put it aside
     */
    void arrived(ProvinceProfile profile, TransactionKind about, Answer answer);

    /** The province took back what it had booked under this serial. */
    void reversed(ProvinceProfile profile, String serial, Instant at);

    /**
     * Something came that cannot be read; to be shown to whoever looks, and nothing else comes of it. Never throws.
     *
     * @param octets whatever the far side wrote
     */
    void unreadable(ProvinceProfile profile, CallFailed why, byte[] octets);
}
