package io.tongban.gateway.certification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.signature.ContentDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a run came to, as its compact JWS (RFC 7515) says it. */
final class Report {
    static final JOSEObjectType TYPE = new JOSEObjectType("tongban-certification+jwt");
    /** Major version of the contract: what is certified is certified for it. */
    static final String CONTRACT = "v1";

    private final JWSObject jws;
    private final Map<String, Object> claims;

    private Report(JWSObject jws) throws ParseException {
        this.jws = jws;
        this.claims = jws.getPayload().toJSONObject();
        if (claims == null) {
            throw new ParseException("The claims are no JSON object", 0);
        }
    }

    /** @throws ParseException if it is no compact JWS with claims in JSON */
    static Report read(String jws) throws ParseException {
        return new Report(JWSObject.parse(jws));
    }

    /** One that the gateway keeps. */
    static Report kept(String jws) {
        try {
            return read(jws);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored report cannot be read", e);
        }
    }

    /** Whether the gateway signed it, as a report, of this run. */
    boolean isOf(CertificationRun run, GatewayKeys keys) {
        return TYPE.equals(jws.getHeader().getType())
                && keys.signed(jws)
                && run.id().equals(claims.get("sub"))
                && run.clientId().equals(claims.get("partner"));
    }

    boolean isCertified() {
        return Boolean.TRUE.equals(claims.get("certified"));
    }

    List<Judged> cases() {
        return ((List<?>) requireNonNull(claims.get("cases")))
                .stream().map(each -> Judged.of((Map<?, ?>) each)).toList();
    }

    Map<String, Object> claims() {
        return Collections.unmodifiableMap(claims);
    }

    /** A claim that is text. */
    String text(String claim) {
        return String.valueOf(claims.get(claim));
    }

    Instant endedAt() {
        return Instant.parse(text("endedAt"));
    }

    Instant issuedAt() {
        return Instant.ofEpochSecond(((Number) requireNonNull(claims.get("iat"))).longValue());
    }

    String kid() {
        return jws.getHeader().getKeyID();
    }

    String algorithm() {
        return jws.getHeader().getAlgorithm().getName();
    }

    String compact() {
        return jws.serialize();
    }

    /** Of the compact JWS, as in Content-Digest: {@code sha-256=:…:}. */
    String digest() {
        return ContentDigest.of(compact().getBytes(US_ASCII));
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Report[" + text("sub") + "]";
    }
}
