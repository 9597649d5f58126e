package io.tongban.api.payment;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a worker paid at a counter.
 *
 * @param id the gateway's own
 * @param partnerReference the bank's own name for it
 * @param workerId who paid
 * @param mandateId under which mandate
 * @param amountFen all parts together, whole fen
 * @param means how the worker paid
 * @param point reference of the counter or terminal
 * @param operator staff number of who took it
 * @param state what has become of it
 * @param toReturnFen what of it comes back to the worker once it was taken, whole fen; what was cancelled is not in it
 * @param parts by insurance
 * @param receiptUrl where anybody who has this address can see that it was paid; for a code on the printed receipt
 * @param takenAt when it was taken
 * @param cancelledAt when it was given back, in state CANCELLED
 * @param revision rises by every change of its state or of a part's; of two answers the one with the lower number is older
 */
@Schema(description = "What a worker paid at a counter.")
public record CounterPayment(
        @Schema(required = true, description = "The gateway's own.", examples = "cpm_01kandb7vq5zrp5nh3qj8m2c61")
        String id,

        @Schema(required = true, description = "The bank's own name for it.", examples = "till-17-000042")
        String partnerReference,

        @Schema(required = true, description = "Who paid.", examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, description = "Under which mandate.", examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
        String mandateId,

        @Schema(required = true, description = "All parts together, whole fen.", examples = "44080")
        long amountFen,

        @Schema(required = true) PaymentMeans means,

        @Schema(required = true, description = "Reference of the counter or terminal.", examples = "gz-001-c1")
        String point,

        @Schema(required = true, description = "Staff number of who took it.", examples = "T1001")
        String operator,

        @Schema(required = true) PaymentState state,

        @Schema(
                required = true,
                description =
                        "What of it comes back to the worker once it was taken, whole fen; what was cancelled is not in it.",
                examples = "0")
        long toReturnFen,

        @Schema(required = true, description = "By insurance.")
        List<PaymentPart> parts,

        @Schema(
                required = true,
                description =
                        "Where anybody who has this address can see that it was paid; for a code on the printed receipt.",
                examples = "https://api.tongban.example/receipts/k3v9m2x7q4w8z5t1b6n0")
        String receiptUrl,

        @Schema(required = true, description = "When it was taken.", examples = "2026-11-28T02:00:00Z")
        Instant takenAt,

        @Schema(description = "When it was given back, in state CANCELLED.", examples = "2026-11-28T03:00:00Z")
        @Nullable
        Instant cancelledAt,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of its state or of a part's; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
