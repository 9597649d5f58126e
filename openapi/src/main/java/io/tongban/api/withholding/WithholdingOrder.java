package io.tongban.api.withholding;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One month's contribution to one insurance, withheld from a worker's earnings under a mandate.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class WithholdingOrder {
    @Schema(
            description = "The partner's own name for the withholding, unique at the partner.",
            examples = "wh-2026-10-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
    @NotNull
    @Pattern(regexp = Patterns.WORKER_ID)
    private final String workerId;

    @Schema(examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
    @NotNull
    @Pattern(regexp = Patterns.MANDATE_ID)
    private final String mandateId;

    @Schema(description = "Insurance kind with its code system.", examples = "AAE140:110")
    @NotNull
    @Pattern(regexp = Patterns.INSURANCE)
    private final String insurance;

    @Schema(description = "Month that is paid for.", examples = "2026-10")
    @NotNull
    private final YearMonth period;

    @Schema(description = "Contribution base, whole fen a month.", examples = "551000")
    @NotNull
    @Positive
    @Max(Patterns.MOST_FEN)
    private final Long baseFen;

    @Schema(
            description =
                    "Amount withheld, whole fen; more than 0, at most the mandate's cap, and never more than baseFen.",
            examples = "110200",
            minimum = "1")
    @NotNull
    @Max(Patterns.MOST_FEN)
    private final Long amountFen;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private WithholdingOrder(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.workerId = builder.workerId;
        this.mandateId = builder.mandateId;
        this.insurance = builder.insurance;
        this.period = builder.period;
        this.baseFen = builder.baseFen;
        this.amountFen = builder.amountFen;
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
        builder.insurance = insurance;
        builder.period = period;
        builder.baseFen = baseFen;
        builder.amountFen = amountFen;
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

    public String insurance() {
        return insurance;
    }

    public YearMonth period() {
        return period;
    }

    public Long baseFen() {
        return baseFen;
    }

    public Long amountFen() {
        return amountFen;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, workerId, mandateId, insurance, period, baseFen, amountFen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithholdingOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "WithholdingOrder[" + partnerReference + "]";
    }

    /** Collects a {@link WithholdingOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String workerId;
        private @Nullable String mandateId;
        private @Nullable String insurance;
        private @Nullable YearMonth period;
        private @Nullable Long baseFen;
        private @Nullable Long amountFen;

        private Builder() {}

        /** The partner's own name for the withholding, unique at the partner. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Required. */
        public Builder workerId(String workerId) {
            this.workerId = workerId;
            return this;
        }

        /** Required. */
        public Builder mandateId(String mandateId) {
            this.mandateId = mandateId;
            return this;
        }

        /** Insurance kind with its code system. */
        public Builder insurance(String insurance) {
            this.insurance = insurance;
            return this;
        }

        /** Month that is paid for. */
        public Builder period(YearMonth period) {
            this.period = period;
            return this;
        }

        /** Contribution base, whole fen a month. */
        public Builder baseFen(long baseFen) {
            this.baseFen = baseFen;
            return this;
        }

        /** Amount withheld, whole fen; more than 0, at most the mandate's cap. */
        public Builder amountFen(long amountFen) {
            this.amountFen = amountFen;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public WithholdingOrder build() {
            Required.given(partnerReference, "WithholdingOrder", "partnerReference");
            Required.given(workerId, "WithholdingOrder", "workerId");
            Required.given(mandateId, "WithholdingOrder", "mandateId");
            Required.given(insurance, "WithholdingOrder", "insurance");
            Required.given(period, "WithholdingOrder", "period");
            Required.given(baseFen, "WithholdingOrder", "baseFen");
            Required.given(amountFen, "WithholdingOrder", "amountFen");
            return new WithholdingOrder(this);
        }
    }
}
