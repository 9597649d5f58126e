package io.tongban.api.mandate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "What the worker allowed to be held back from payouts as they are earned; without it the mandate is for direct withholdings only.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class PayoutTerms {
    @Schema(description = "Contribution base that the worker chose, whole fen a month.", examples = "551000")
    @NotNull
    @Positive
    @Max(Patterns.MOST_FEN)
    private final Long baseFen;

    @Schema(
            description =
                    "Share of the month's contribution that this platform carries, in whole percent. Shares of all platforms that come to 100 make a month complete.",
            examples = "50")
    @NotNull
    @Min(1)
    @Max(100)
    private final Integer sharePercent;

    @Schema(
            description = "Most that may be held back of one payout, for all insurances together, in whole percent.",
            examples = "30")
    @NotNull
    @Min(1)
    @Max(100)
    private final Integer payoutPercent;

    @Schema(
            description =
                    "Whether the worker consents that this platform makes up what is missing: in the last three days up to the cut-off, and until the month is closed, more than the share may be held back, within cap and payoutPercent. What you are told then says how much others left. No without it; a mandate always says it.")
    private final @Nullable Boolean makesUp;

    @Schema(
            description =
                    "What stays with the worker of each payout, whatever payoutPercent says, whole fen; nothing when absent.",
            examples = "20000")
    @Positive
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long floorFen;

    @Schema(
            description =
                    "The worker's own limit: the most that may be held back from payouts for one month, for all insurances together and whoever pays out, whole fen. Of what the worker said in all mandates in force the least holds; the mandates of others are never shown. You carry your share of it. No limit when absent.",
            examples = "150000")
    @Positive
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long limitFen;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private PayoutTerms(Builder builder) {
        this.baseFen = builder.baseFen;
        this.sharePercent = builder.sharePercent;
        this.payoutPercent = builder.payoutPercent;
        this.makesUp = builder.makesUp;
        this.floorFen = builder.floorFen;
        this.limitFen = builder.limitFen;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.baseFen = baseFen;
        builder.sharePercent = sharePercent;
        builder.payoutPercent = payoutPercent;
        builder.makesUp = makesUp;
        builder.floorFen = floorFen;
        builder.limitFen = limitFen;
        return builder;
    }

    public Long baseFen() {
        return baseFen;
    }

    public Integer sharePercent() {
        return sharePercent;
    }

    public Integer payoutPercent() {
        return payoutPercent;
    }

    /** Null in a grant that says nothing of it, which is no; never null in a mandate. */
    public @Nullable Boolean makesUp() {
        return makesUp;
    }

    public @Nullable Long floorFen() {
        return floorFen;
    }

    public @Nullable Long limitFen() {
        return limitFen;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(baseFen, sharePercent, payoutPercent, makesUp, floorFen, limitFen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PayoutTerms that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PayoutTerms[" + baseFen + ", " + sharePercent + " %" + "]";
    }

    /** Collects a {@link PayoutTerms}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable Long baseFen;
        private @Nullable Integer sharePercent;
        private @Nullable Integer payoutPercent;
        private @Nullable Boolean makesUp;
        private @Nullable Long floorFen;
        private @Nullable Long limitFen;

        private Builder() {}

        /** Contribution base that the worker chose, whole fen a month. */
        public Builder baseFen(long baseFen) {
            this.baseFen = baseFen;
            return this;
        }

        /** Share of the month's contribution that this platform carries, in whole percent. */
        public Builder sharePercent(int sharePercent) {
            this.sharePercent = sharePercent;
            return this;
        }

        /** Most that may be held back of one payout, in whole percent. */
        public Builder payoutPercent(int payoutPercent) {
            this.payoutPercent = payoutPercent;
            return this;
        }

        /** Whether the worker consents that this platform makes up what is missing at the cut-off. Optional. */
        public Builder makesUp(boolean makesUp) {
            this.makesUp = makesUp;
            return this;
        }

        /** What stays with the worker of each payout, whole fen. Optional. */
        public Builder floorFen(@Nullable Long floorFen) {
            this.floorFen = floorFen;
            return this;
        }

        /** Most that may be held back for one month, for all insurances and by all platforms, whole fen. Optional. */
        public Builder limitFen(@Nullable Long limitFen) {
            this.limitFen = limitFen;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public PayoutTerms build() {
            Required.given(baseFen, "PayoutTerms", "baseFen");
            Required.given(sharePercent, "PayoutTerms", "sharePercent");
            Required.given(payoutPercent, "PayoutTerms", "payoutPercent");
            return new PayoutTerms(this);
        }
    }
}
