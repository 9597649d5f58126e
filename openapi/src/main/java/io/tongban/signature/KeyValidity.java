package io.tongban.signature;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a key may be used: the {@code nbf} and {@code exp} of its JWK.
 *
 * @param notBefore empty if it always could
 * @param expires from then on no more; empty if never
 */
public record KeyValidity(Optional<Instant> notBefore, Optional<Instant> expires) {

    /** That of a key which names neither. */
    public static final KeyValidity ALWAYS = new KeyValidity(Optional.empty(), Optional.empty());

    public static KeyValidity of(JWK key) {
        return new KeyValidity(instant(key.getNotBeforeTime()), instant(key.getExpirationTime()));
    }

    public boolean covers(Instant instant) {
        return notBefore.filter(instant::isBefore).isEmpty() && !isOver(instant);
    }

    /** The same for seconds since the epoch, which may be any number that somebody claims. */
    public boolean coversSecond(long epochSecond) {
        return notBefore.filter(begin -> epochSecond < begin.getEpochSecond()).isEmpty()
                && expires.filter(end -> epochSecond >= end.getEpochSecond()).isEmpty();
    }

    /** Whether the key can no more be used, at this instant and ever after. */
    public boolean isOver(Instant instant) {
        return expires.filter(end -> !instant.isBefore(end)).isPresent();
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
