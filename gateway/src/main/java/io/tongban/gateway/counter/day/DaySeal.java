package io.tongban.gateway.counter.day;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs a closed day as a compact JWS (RFC 7515) over the digest of its lines. */
@ApplicationScoped
public class DaySeal {
    private static final JOSEObjectType TYPE = new JOSEObjectType("tongban-counter-day+jwt");

    private final GatewayKeys keys;
    private final String issuer;

    @Inject
    public DaySeal(GatewayKeys keys, @ConfigProperty(name = "tongban.public-base-url") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    String sign(String clientId, LocalDate day, String csv, Instant now) {
        Signer signer = keys.signer();
        // The gateway's keys are P-256.
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(signer.keyId())
                .build();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", now.getEpochSecond());
        claims.put("sub", day.toString());
        claims.put("partner", clientId);
        claims.put("csvSha256", sha256(csv));
        String input = header.toBase64URL() + "." + Base64URL.encode(JSONObjectUtils.toJSONString(claims));
        return input + "." + Base64URL.encode(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
