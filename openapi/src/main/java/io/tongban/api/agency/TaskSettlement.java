package io.tongban.api.agency;

import io.tongban.api.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "What a person found out at the province. BOOKED needs, of a withholding, `provinceReceipt`, `bookedAt` and `amountFen`;"
                        + " of an enrolment, `personNumber`. The other outcomes take none of them.")
public record TaskSettlement(
        @NotNull TaskOutcome outcome,

        @Schema(description = "The province's own number of the booking.", examples = "GD202611230000017")
        @Pattern(regexp = "^[^\\x00-\\x20\\x7f]{1,64}$")
        @Nullable
        String provinceReceipt,

        @Schema(description = "When the province booked it.", examples = "2026-11-23T08:00:02Z") @Nullable
        Instant bookedAt,

        @Schema(
                description =
                        "What the province booked, whole fen. Must be what was withheld: a province that booked another amount has to"
                                + " take it back first.",
                examples = "110200")
        @Nullable
        Long amountFen,

        @Schema(description = "The province's own number of the person (AAC001).", examples = "4401000012345678")
        @Pattern(regexp = "^[A-Za-z0-9]{1,32}$")
        @Nullable
        String personNumber,

        @Schema(
                description = "How it is known; stands in the audit log. No personal data.",
                examples = "Asked by telephone, file 2026-117")
        @NotNull
        @Pattern(regexp = Patterns.NOTE)
        String note) {
    /** Without the person number, which may stand nowhere in clear. */
    @Override
    public String toString() {
        return "TaskSettlement[" + outcome + "]";
    }
}
