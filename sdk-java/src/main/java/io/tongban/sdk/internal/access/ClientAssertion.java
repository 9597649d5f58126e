package io.tongban.sdk.internal.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.key.PartnerKey;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The JWT by which a client shows who it is (RFC 7523, section 2.2). Its one audience is the issuer, as FAPI 2.0,
 * section 5.3.2.1, wants it: an assertion for one server is then of no use at another.
 */
public final class ClientAssertion {
    private static final long LIFETIME_SECONDS = 60;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String issuer;
    private final String clientId;
    private final PartnerKey key;
    private final Clock clock;

    public ClientAssertion(String issuer, String clientId, PartnerKey key, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.key = key;
        this.clock = clock;
    }

    /** A new one for each request. */
    String next() {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", key.assertionAlgorithm());
        header.put("kid", key.messageSigner().keyId());
        header.put("typ", "JWT");
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", issuer);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME_SECONDS);
        String input = BASE64.encodeToString(Json.write(header)) + "." + BASE64.encodeToString(Json.write(claims));
        return input + "." + BASE64.encodeToString(key.signAssertion(input.getBytes(US_ASCII)));
    }
}
