package io.tongban.province.dialect;

import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Serials for what Tongban asks on its own account (inquiries, sign-ins). They have no effect over there, so these
 * serials need not be stored: 20 characters, a letter, twelve digits of time, seven random ones of base 36.
 */
public final class Serials {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    private static final long RANDOM_BOUND = 78_364_164_096L; // 36 to the 7th

    private final Clock clock;
    private final RandomGenerator random;

    public Serials(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        String tail = Long.toString(random.nextLong(RANDOM_BOUND), 36).toUpperCase(Locale.ROOT);
        return "Q" + TIME.format(LocalDateTime.now(clock.withZone(ProvinceProfile.ZONE)))
                + "0".repeat(7 - tail.length()) + tail;
    }
}
