package io.tongban.sandbox.launcher;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * What the realm files leave open.
 *
 * @param gateway public base URL of the gateway, whose partner register serves the partners' keys
 * @param gatewaySecret client secret of {@code tongban-gateway} in realm {@code tongban}
 * @param consoleSecret client secret of {@code tongban-console}, the counter page, in realm {@code tongban}
 * @param counterPassword of the three people who log in to the counter page
 * @param otherSecret client secret of the one client of realm {@code other}
 */
public record RealmValues(
        URI gateway, String gatewaySecret, String consoleSecret, String counterPassword, String otherSecret) {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 16;

    /** With secrets of its own. */
    public static RealmValues random(URI gateway) {
        return new RealmValues(gateway, secret(), secret(), password(), secret());
    }

    Map<String, String> environment() {
        return Map.of(
                "TONGBAN_GATEWAY_URL", gateway.toString(),
                "TONGBAN_GATEWAY_SECRET", gatewaySecret,
                "TONGBAN_CONSOLE_SECRET", consoleSecret,
                "TONGBAN_COUNTER_PASSWORD", counterPassword,
                "TONGBAN_OTHER_SECRET", otherSecret);
    }

    /** 256 random bits in base64url. */
    static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Eighty random bits that somebody can type: letters and digits that look like no others, in groups of four. */
    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "");
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RealmValues[gateway=" + gateway + "]";
    }
}
