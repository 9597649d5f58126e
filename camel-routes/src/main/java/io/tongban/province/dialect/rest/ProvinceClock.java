package io.tongban.province.dialect.rest;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Formats;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Our clock, set by a province's wherever the province says that the two are too far apart. */
final class ProvinceClock extends Clock {
    private static final Duration MOST = Duration.ofDays(1);

    private final Clock ours;
    private final AtomicReference<Duration> offset;

    ProvinceClock(Clock ours) {
        this(ours, new AtomicReference<>(Duration.ZERO));
    }

    private ProvinceClock(Clock ours, AtomicReference<Duration> offset) {
        this.ours = ours;
        this.offset = offset;
    }

    /**
     * Goes by the province's clock from now on.
     *
     * @param theirs an answer, which says its moment
     * @param formats of the province
     * @throws CallFailed if it is more than a day off, which no clock is by itself, or not to be read
     */
    void follow(Answer theirs, Formats formats) {
        Duration difference = Duration.between(ours.instant(), moment(theirs, formats));
        if (difference.abs().compareTo(MOST) > 0) {
            throw new CallFailed(UnknownCause.CLOCK_DIFFERS);
        }
        offset.set(difference);
    }

    private static Instant moment(Answer answer, Formats formats) {
        try {
            return formats.moment(Field.SENT_AT, answer.fields())
                    .atZone(ProvinceProfile.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    @Override
    public Instant instant() {
        return ours.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ours.getZone();
    }

    /** Follows the province together with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new ProvinceClock(ours.withZone(zone), offset);
    }
}
