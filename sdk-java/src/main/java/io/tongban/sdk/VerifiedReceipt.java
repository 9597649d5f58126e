package io.tongban.sdk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongban.api.withholding.WithholdingState;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway certifies about a withholding's final outcome: the claims of a receipt whose signature holds.
 *
 * @param issuer the gateway
 * @param issuedAt seconds since the epoch
 * @param withholdingId such as {@code wh_…}
 * @param partner client id
 * @param reference the partner's own name for the withholding
 * @param period the month that was paid for
 * @param baseFen contribution base, whole fen
 * @param amountFen amount withheld, whole fen
 * @param state CONFIRMED, REFUSED or REVERSED; null for a state that this version does not know
 * @param provinceReceipt the province's own number of the booking; only if confirmed
 * @param refusal code of the problem catalogue that says why; only if refused
 */
public record VerifiedReceipt(
        @JsonProperty("iss") String issuer,
        @JsonProperty("iat") long issuedAt,
        @JsonProperty("sub") String withholdingId,
        String partner,
        String reference,
        String province,
        String insurance,
        YearMonth period,
        long baseFen,
        long amountFen,
        @Nullable WithholdingState state,
        @Nullable Instant settledAt,
        @Nullable String provinceReceipt,
        @Nullable String refusal) {}
