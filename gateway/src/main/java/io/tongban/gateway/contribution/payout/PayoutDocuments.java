package io.tongban.gateway.contribution.payout;

import com.nimbusds.jose.JOSEObjectType;
import io.tongban.gateway.trust.keys.CompactJws;
import io.tongban.gateway.trust.keys.GatewayKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes what the gateway stands for of payouts as compact JWS (RFC 7515): instructions that platforms apply while they are
 * offline, and receipts of what was held back and given back. The claims depend on the record alone.
 */
@ApplicationScoped
public class PayoutDocuments {
    private static final JOSEObjectType INSTRUCTION = new JOSEObjectType("tongban-instruction+jwt");
    private static final JOSEObjectType RECEIPT = new JOSEObjectType("tongban-payout-receipt+jwt");

    private final GatewayKeys keys;
    private final String issuer;

    @Inject
    public PayoutDocuments(GatewayKeys keys, @ConfigProperty(name = "tongban.public-base-url") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    String instruction(Instruction instruction) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", instruction.validFrom().getEpochSecond());
        claims.put("exp", instruction.validUntil().getEpochSecond());
        claims.put("sub", instruction.id());
        claims.put("partner", instruction.clientId());
        claims.put("worker", instruction.workerId());
        claims.put("mandate", instruction.mandateId());
        claims.put("period", instruction.period().toString());
        claims.put("ratePercent", instruction.ratePercent());
        claims.put("floorFen", instruction.floorFen());
        claims.put("capFen", instruction.capFen());
        return CompactJws.write(keys.signer(), INSTRUCTION, claims);
    }

    String receipt(PayoutRecord payout) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", payout.changedAt().getEpochSecond());
        claims.put("sub", payout.id());
        claims.put("partner", payout.clientId());
        claims.put("reference", payout.reference());
        claims.put("paidOn", payout.paidOn().toString());
        claims.put("earnedFen", payout.earnedFen());
        claims.put("holdFen", payout.holdFen());
        claims.put("returnFen", payout.returnFen());
        claims.put("parts", payout.parts().stream().map(PayoutDocuments::claims).toList());
        claims.put(
                "returns",
                payout.returns().stream().map(PayoutDocuments::claims).toList());
        return CompactJws.write(keys.signer(), RECEIPT, claims);
    }

    private static Map<String, Object> claims(Part part) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("insurance", part.insurance().value());
        claims.put("period", part.period().toString());
        claims.put("amountFen", part.amountFen());
        claims.put("state", part.state().name());
        if (part.reason() != null) {
            claims.put("reason", part.reason().code());
        }
        return claims;
    }

    private static Map<String, Object> claims(PayoutRecord.Returned returned) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (returned.insurance() != null) {
            claims.put("insurance", returned.insurance().value());
        }
        claims.put("amountFen", returned.amountFen());
        claims.put("reason", returned.reason().code());
        claims.put("returnedAt", returned.at().toString());
        return claims;
    }
}
