package io.tongban.province.dialect.tcp;

import io.tongban.province.profile.Field;
import io.tongban.province.profile.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key in a request's head: the first eight bytes of an HMAC-SHA-256 over the rest of the head, in hex. */
final class RequestKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;

    private final SecretKeySpec key;

    RequestKey(Secret password) {
        this.key = new SecretKeySpec(password.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String over(Map<Field, String> head) {
        String text = head.get(Field.TRANSACTION)
                + head.get(Field.SERIAL)
                + head.get(Field.OPERATOR)
                + head.get(Field.SENT_AT)
                + head.getOrDefault(Field.SENT_TIME, "");
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().withUpperCase().formatHex(code, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
