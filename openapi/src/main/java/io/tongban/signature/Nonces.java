package io.tongban.signature;

import java.security.SecureRandom;
import java.util.Base64;

/** Nonces of 128 random bits, base64url without padding: 22 characters. */
final class Nonces {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Nonces() {}

    static String next() {
        byte[] octets = new byte[16];
        RANDOM.nextBytes(octets);
        return ENCODER.encodeToString(octets);
    }
}
