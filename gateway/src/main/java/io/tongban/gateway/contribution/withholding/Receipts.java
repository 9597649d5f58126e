package io.tongban.gateway.contribution.withholding;

import com.nimbusds.jose.JOSEObjectType;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.keys.CompactJws;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes a withholding's final outcome as a compact JWS (RFC 7515). The claims depend on the withholding alone ({@code
 * iat} is when it was settled), so that only the key and, for ECDSA and RSA-PSS, the salt make two receipts differ.
 */
@ApplicationScoped
public class Receipts {
    static final JOSEObjectType TYPE = new JOSEObjectType("tongban-receipt+jwt");

    private final GatewayKeys keys;
    private final String issuer;

    @Inject
    public Receipts(GatewayKeys keys, @ConfigProperty(name = "tongban.public-base-url") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** @throws ProblemException withholding-not-final while the outcome is open */
    String write(WithholdingRecord withholding) {
        return write(withholding, keys.signer());
    }

    String write(WithholdingRecord withholding, Signer signer) {
        Instant settledAt = withholding.settledAt();
        if (settledAt == null) {
            throw new ProblemException(ProblemType.WITHHOLDING_NOT_FINAL);
        }
        return CompactJws.write(signer, TYPE, claims(withholding, settledAt));
    }

    private Map<String, Object> claims(WithholdingRecord withholding, Instant settledAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", settledAt.getEpochSecond());
        claims.put("sub", withholding.id());
        claims.put("partner", withholding.clientId());
        claims.put("reference", withholding.reference());
        claims.put("province", withholding.province().value());
        claims.put("insurance", withholding.insurance().value());
        claims.put("period", withholding.period().toString());
        claims.put("baseFen", withholding.baseFen());
        claims.put("amountFen", withholding.amountFen());
        claims.put("state", withholding.state().name());
        claims.put("settledAt", settledAt.toString());
        if (withholding.provinceReceipt() != null) {
            claims.put("provinceReceipt", withholding.provinceReceipt());
        }
        if (withholding.refusal() != null) {
            claims.put("refusal", withholding.refusal().code());
        }
        return claims;
    }
}
