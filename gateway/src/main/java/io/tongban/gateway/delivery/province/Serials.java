package io.tongban.gateway.delivery.province;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

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

    @Inject
    public Serials(Clock clock) {
        this.clock = clock;
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
