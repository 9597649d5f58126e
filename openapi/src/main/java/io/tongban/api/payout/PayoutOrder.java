package io.tongban.api.payout;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One payout of a platform to a worker, reported to be told how much of it to hold back.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class PayoutOrder {
    @Schema(
            description = "The partner's own name for the payout, unique at the partner.",
            examples = "payout-2026-11-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
    @NotNull
    @Pattern(regexp = Patterns.WORKER_ID)
    private final String workerId;

    @Schema(
            description = "A mandate of this worker with terms for payouts.",
            examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
    @NotNull
    @Pattern(regexp = Patterns.MANDATE_ID)
    private final String mandateId;

    @Schema(
            description =
                    "Day of the payout by the calendar of Shanghai. It is for the month whose cut-off comes next.",
            examples = "2026-11-10")
    @NotNull
    @Pattern(regexp = Patterns.DATE)
    private final String paidOn;

    @Schema(
            description = "What the worker earned by it before anything is held back, whole fen; more than 0.",
            examples = "86000",
            minimum = "1")
    @NotNull
    @Min(-Patterns.MOST_FEN)
    @Max(Patterns.MOST_FEN)
    private final Long earnedFen;

    @Schema(
            description =
                    "What was held back of it while you were offline, and under which instruction. The payout then counts whenever it is reported, and the answer says how much of what was held goes back.")
    @Valid
    private final @Nullable HeldUnder heldUnder;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private PayoutOrder(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.workerId = builder.workerId;
        this.mandateId = builder.mandateId;
        this.paidOn = builder.paidOn;
        this.earnedFen = builder.earnedFen;
        this.heldUnder = builder.heldUnder;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.workerId = workerId;
        builder.mandateId = mandateId;
        builder.paidOn = paidOn;
        builder.earnedFen = earnedFen;
        builder.heldUnder = heldUnder;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String workerId() {
        return workerId;
    }

    public String mandateId() {
        return mandateId;
    }

    public String paidOn() {
        return paidOn;
    }

    public Long earnedFen() {
        return earnedFen;
    }

    /** Absent where nothing was held back before the report. */
    public @Nullable HeldUnder heldUnder() {
        return heldUnder;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, workerId, mandateId, paidOn, earnedFen, heldUnder);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PayoutOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PayoutOrder[" + partnerReference + "]";
    }

    /** Collects a {@link PayoutOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String workerId;
        private @Nullable String mandateId;
        private @Nullable String paidOn;
        private @Nullable Long earnedFen;
        private @Nullable HeldUnder heldUnder;

        private Builder() {}

        /** The partner's own name for the payout, unique at the partner. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Who earned it. */
        public Builder workerId(String workerId) {
            this.workerId = workerId;
            return this;
        }

        /** A mandate of this worker with terms for payouts. */
        public Builder mandateId(String mandateId) {
            this.mandateId = mandateId;
            return this;
        }

        /** Day of the payout by the calendar of Shanghai. */
        public Builder paidOn(LocalDate paidOn) {
            this.paidOn = Given.value(paidOn, "paidOn").toString();
            return this;
        }

        /** What the worker earned by it before anything is held back, whole fen. */
        public Builder earnedFen(long earnedFen) {
            this.earnedFen = earnedFen;
            return this;
        }

        /** What was held back of it under an instruction, before this report. Optional. */
        public Builder heldUnder(@Nullable HeldUnder heldUnder) {
            this.heldUnder = heldUnder;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public PayoutOrder build() {
            Required.given(partnerReference, "PayoutOrder", "partnerReference");
            Required.given(workerId, "PayoutOrder", "workerId");
            Required.given(mandateId, "PayoutOrder", "mandateId");
            Required.given(paidOn, "PayoutOrder", "paidOn");
            Required.given(earnedFen, "PayoutOrder", "earnedFen");
            return new PayoutOrder(this);
        }
    }
}
