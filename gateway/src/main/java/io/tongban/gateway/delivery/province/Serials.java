package io.tongban.gateway.delivery.province;

import io.quarkus.arc.All;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Gives serials of province commands: 20 characters of A–Z and 0–9, unique over all provinces and days. The day in
 * Asia/Shanghai ({@code yyMMdd}), because provinces look serials up by day, then 70 random bits in Crockford's base32;
 * random and not counted, so that nodes need not agree. A unique index stands behind it.
 */
@ApplicationScoped
public class Serials {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private final List<SerialListener> listeners;

    @Inject
    public Serials(Clock clock, @All List<SerialListener> listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    /** For an order that a request makes. */
    public String next(ProvinceCode province) {
        String serial = next();
        listeners.forEach(listener -> listener.given(serial, province));
        return serial;
    }

    public String next() {
        StringBuilder serial = new StringBuilder(20);
        DAY.formatTo(ZonedDateTime.now(clock), serial);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            serial.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return serial.toString();
    }
}
