package io.tongban.sdk.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.withholding.Withholding;
import io.tongban.sdk.internal.json.Json;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseSigner;
import io.tongban.signature.Signer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gateway's signing keys: the newest signs answers, receipts and events; older ones stay published. */
final class Seal {
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;
    private final List<Kept> keys = new ArrayList<>();

    Seal(Clock clock) {
        this.clock = clock;
        add(Duration.ZERO);
    }

    /** @param activeFrom published before, and used for signing from then on */
    private record Kept(ECKey key, Instant activeFrom) {}

    /** A new key, published at once; it signs after the overlap, when all clients have seen it. */
    GatewayKey rotate() {
        return add(OVERLAP);
    }

    private GatewayKey add(Duration overlap) {
        Kept kept = new Kept(
                key("fake-gateway-" + (keys.size() + 1)), clock.instant().plus(overlap));
        keys.add(kept);
        return new GatewayKey(kept.key().getKeyID(), kept.activeFrom(), null);
    }

    static ECKey key(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException unable) {
            throw new IllegalStateException("This platform cannot make a P-256 key", unable);
        }
    }

    ECKey current() {
        ECKey newest = keys.get(0).key();
        for (Kept each : keys) {
            newest = each.activeFrom().isAfter(clock.instant()) ? newest : each.key();
        }
        return newest;
    }

    String published() {
        return new JWKSet(
                        keys.stream().<JWK>map(each -> each.key().toPublicJWK()).toList())
                .toString();
    }

    /** All fields of the answer. */
    Map<String, List<String>> fields(int status, Map<String, String> fields, byte[] body, RequestMessage request) {
        Map<String, String> all = new HashMap<>(fields);
        MessageFields known = MessageFields.builder().addAll(fields).build();
        all.putAll(new ResponseSigner(Signer.of(current()), clock)
                .sign(new ResponseMessage(status, known, request), body));
        Map<String, List<String>> lines = new HashMap<>();
        all.forEach((name, value) -> lines.put(name, List.of(value)));
        return lines;
    }

    /** A receipt as the gateway writes it: a compact JWS over the outcome. */
    String receipt(String issuer, String partner, Withholding settled, Instant settledAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", settledAt.getEpochSecond());
        claims.put("sub", settled.id());
        claims.put("partner", partner);
        claims.put("reference", settled.partnerReference());
        claims.put("province", settled.province());
        claims.put("insurance", settled.insurance());
        claims.put("period", settled.period().toString());
        claims.put("baseFen", settled.baseFen());
        claims.put("amountFen", settled.amountFen());
        claims.put("state", settled.state().name());
        claims.put("settledAt", settledAt.toString());
        if (settled.provinceReceipt() != null) {
            claims.put("provinceReceipt", settled.provinceReceipt());
        }
        if (settled.refusal() != null) {
            claims.put("refusal", settled.refusal().code());
        }
        return document("tongban-receipt+jwt", claims);
    }

    /** What the gateway stands for, as a compact JWS. */
    String document(String type, Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("typ", type);
        header.put("kid", current().getKeyID());
        String input = BASE64.encodeToString(Json.write(header)) + "." + BASE64.encodeToString(Json.write(claims));
        byte[] signature = Signer.of(current()).sign(input.getBytes(US_ASCII));
        return input + "." + BASE64.encodeToString(signature);
    }
}
