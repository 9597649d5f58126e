package io.tongban.sdk.fake;

import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutPart;
import io.tongban.api.payout.PayoutReceipt;
import io.tongban.api.payout.PayoutReturn;
import io.tongban.api.payout.ReturnReason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes receipts of payouts as the gateway does. */
final class PayoutReceipts {
    private PayoutReceipts() {}

    static PayoutReceipt of(KeptPayout kept, Seal seal) {
        Payout shown = kept.shown();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", TongbanFake.BASE_URL);
        claims.put("iat", kept.changedAt().getEpochSecond());
        claims.put("sub", shown.id());
        claims.put("partner", kept.clientId());
        claims.put("reference", shown.partnerReference());
        claims.put("paidOn", shown.paidOn().toString());
        claims.put("earnedFen", shown.earnedFen());
        claims.put("holdFen", shown.holdFen());
        claims.put("returnFen", shown.returnFen());
        claims.put("parts", shown.parts().stream().map(PayoutReceipts::claims).toList());
        claims.put(
                "returns", shown.returns().stream().map(PayoutReceipts::claims).toList());
        return new PayoutReceipt(shown.id(), seal.document("tongban-payout-receipt+jwt", claims));
    }

    private static Map<String, Object> claims(PayoutPart part) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("insurance", part.insurance());
        claims.put("period", part.period().toString());
        claims.put("amountFen", part.holdFen());
        claims.put("state", part.state().name());
        @Nullable ReturnReason reason = part.reason();
        if (reason != null) {
            claims.put("reason", reason.code());
        }
        return claims;
    }

    private static Map<String, Object> claims(PayoutReturn returned) {
        return Map.of(
                "amountFen", returned.amountFen(),
                "reason", returned.reason().code(),
                "returnedAt", returned.returnedAt().toString());
    }
}
