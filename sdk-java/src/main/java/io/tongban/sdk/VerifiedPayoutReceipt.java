package io.tongban.sdk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongban.api.payout.PartState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway certifies of a payout: the claims of a receipt whose signature holds.
 *
 * @param issuer the gateway
 * @param issuedAt the last change that it knows of, seconds since the epoch
 * @param payoutId such as {@code pyo_…}
 * @param partner client id
 * @param reference the partner's own name for the payout
 * @param earnedFen what the worker earned by it, whole fen
 * @param holdFen what is held back of it, whole fen
 * @param returnFen what goes back beside parts in state TO_RETURN, whole fen
 */
public record VerifiedPayoutReceipt(
        @JsonProperty("iss") String issuer,
        @JsonProperty("iat") long issuedAt,
        @JsonProperty("sub") String payoutId,
        String partner,
        String reference,
        LocalDate paidOn,
        long earnedFen,
        long holdFen,
        long returnFen,
        List<Part> parts,
        List<Returned> returns) {
    /**
     * @param amountFen held back for the insurance, whole fen
     * @param state null for a state that this version does not know
     * @param reason code of the problem catalogue; only in state TO_RETURN
     */
    public record Part(
            String insurance,
            YearMonth period,
            long amountFen,
            @Nullable PartState state,
            @Nullable String reason) {}

    /**
     * @param insurance absent where it never came to count for one
     * @param amountFen goes back to the worker, whole fen
     * @param reason code of the problem catalogue
     */
    public record Returned(@Nullable String insurance, long amountFen, String reason, Instant returnedAt) {}
}
