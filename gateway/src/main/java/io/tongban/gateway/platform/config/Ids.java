package io.tongban.gateway.platform.config;

import java.security.SecureRandom;

/**
 * Ids with a prefix and 26 characters of Crockford's base 32 in lower case: 48 bits of milliseconds and 80 of chance,
 * as in a ULID, so that rows made together stand together in an index.
 */
public final class Ids {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TIME_CHARS = 10;
    private static final int RANDOM_CHARS = 16;

    private Ids() {}

    /** A new id, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}. */
    public static String next(String prefix) {
        return next(prefix, System.currentTimeMillis());
    }

    static String next(String prefix, long millis) {
        char[] id = new char[TIME_CHARS + RANDOM_CHARS];
        for (int i = TIME_CHARS - 1, shift = 0; i >= 0; i--, shift += 5) {
            id[i] = ALPHABET[(int) (millis >>> shift) & 31];
        }
        byte[] chance = new byte[RANDOM_CHARS];
        RANDOM.nextBytes(chance);
        for (int i = 0; i < RANDOM_CHARS; i++) {
            id[TIME_CHARS + i] = ALPHABET[chance[i] & 31];
        }
        return prefix + new String(id);
    }
}
