package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.SimulatedProvince;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the key of a request head: upper-case hex of the first 8 bytes of HMAC-SHA-256 over code, serial, operator and
 * time. The page does not say whether the operator goes in with its blanks; either way is taken.
 */
final class OperatorKey {
    private final SimulatedProvince province;

    OperatorKey(SimulatedProvince province) {
        this.province = province;
    }

    boolean opens(RequestHead head) {
        String operator = head.operator().stripTrailing();
        return operator.equals(province.operator()) && (matches(head, head.operator()) || matches(head, operator));
    }

    private boolean matches(RequestHead head, String operator) {
        String key = key(head.code() + head.serial() + operator + head.time());
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.US_ASCII), head.key().getBytes(StandardCharsets.US_ASCII));
    }

    private String key(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(province.password().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().withUpperCase().formatHex(code, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
