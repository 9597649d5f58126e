package io.tongban.gateway.certification;

import io.tongban.gateway.trust.keys.CompactJws;
import io.tongban.gateway.trust.keys.GatewayKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes what a run came to as a compact JWS (RFC 7515). */
@ApplicationScoped
class ReportWriter {
    private final GatewayKeys keys;
    private final String issuer;

    @Inject
    ReportWriter(GatewayKeys keys, @ConfigProperty(name = "tongban.public-base-url") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    static boolean isCertified(List<Judged> cases) {
        return cases.stream().allMatch(Judged::hasPassed);
    }

    String write(CertificationRun run, List<Judged> cases, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", now.getEpochSecond());
        claims.put("sub", run.id());
        claims.put("partner", run.clientId());
        claims.put("suite", run.suite());
        claims.put("version", run.version());
        claims.put("contract", Report.CONTRACT);
        claims.put("startedAt", run.startedAt().toString());
        claims.put("endedAt", run.lastLook().toString());
        claims.put("certified", isCertified(cases));
        claims.put("cases", cases.stream().map(Judged::claims).toList());
        return CompactJws.write(keys.signer(), Report.TYPE, claims);
    }
}
