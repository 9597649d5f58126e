package io.tongban.gateway.accounting.reconciliation;

import com.nimbusds.jose.JOSEObjectType;
import io.tongban.gateway.trust.keys.CompactJws;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.province.Words;
import io.tongban.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes down a day on which both books agree, as a compact JWS under the gateway's key. */
@ApplicationScoped
class DayStatement {
    static final JOSEObjectType TYPE = new JOSEObjectType("tongban-day+jwt");

    private final Supplier<Signer> signer;
    private final String issuer;

    @Inject
    DayStatement(GatewayKeys keys, @ConfigProperty(name = "tongban.public-base-url") String issuer) {
        this(keys::signer, issuer);
    }

    DayStatement(Supplier<Signer> signer, String issuer) {
        this.signer = signer;
        this.issuer = issuer;
    }

    /** @param bySerial whether each booking was compared, and not only their sums */
    String write(DayKey key, DaySums sums, boolean bySerial, Instant at) {
        DaySums.Sum all = sums.all();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", at.getEpochSecond());
        claims.put("sub", key.toString());
        claims.put("province", key.province().value());
        claims.put("day", key.day().toString());
        claims.put("comparedBy", bySerial ? "serial" : "sums");
        claims.put("count", all.count());
        claims.put("amountFen", all.fen());
        claims.put(
                "sums",
                sums.together(sums).stream().map(of -> sum(of, sums.sum(of))).toList());
        return CompactJws.write(signer.get(), TYPE, claims);
    }

    private static Map<String, Object> sum(DaySums.Of of, DaySums.Sum sum) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("command", Words.of(of.kind()));
        claims.put("insurance", of.insurance().value());
        claims.put("count", sum.count());
        claims.put("amountFen", sum.fen());
        return claims;
    }
}
