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
 * @param otherSecret client secret of the one client of realm {@code other}
 */
public record RealmValues(URI gateway, String gatewaySecret, String otherSecret) {
    /** With secrets of its own. */
    public static RealmValues random(URI gateway) {
        return new RealmValues(gateway, secret(), secret());
    }

    Map<String, String> environment() {
        return Map.of(
                "TONGBAN_GATEWAY_URL", gateway.toString(),
                "TONGBAN_GATEWAY_SECRET", gatewaySecret,
                "TONGBAN_OTHER_SECRET", otherSecret);
    }

    /** 256 random bits in base64url. */
    static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RealmValues[gateway=" + gateway + "]";
    }
}
