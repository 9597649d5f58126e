package io.tongban.api.subsidy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a worker earned through this platform in a month.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class MonthlyIncome {
    @Schema(description = "The month.", examples = "2026-10")
    @NotNull
    private final YearMonth period;

    @Schema(description = "Whole fen.", examples = "620000")
    @NotNull
    @Min(0)
    @Max(Patterns.MOST_FEN)
    private final Long incomeFen;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // by wire anything may be missing; validation says so then
    private MonthlyIncome(Builder builder) {
        this.period = builder.period;
        this.incomeFen = builder.incomeFen;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.period = period;
        builder.incomeFen = incomeFen;
        return builder;
    }

    public YearMonth period() {
        return period;
    }

    public Long incomeFen() {
        return incomeFen;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(period, incomeFen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MonthlyIncome that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "MonthlyIncome[" + period + "]";
    }

    /** Collects a {@link MonthlyIncome}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable YearMonth period;
        private @Nullable Long incomeFen;

        private Builder() {}

        /** The month. */
        public Builder period(YearMonth period) {
            this.period = period;
            return this;
        }

        /** Whole fen. */
        public Builder incomeFen(long incomeFen) {
            this.incomeFen = incomeFen;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public MonthlyIncome build() {
            Required.given(period, "MonthlyIncome", "period");
            Required.given(incomeFen, "MonthlyIncome", "incomeFen");
            return new MonthlyIncome(this);
        }
    }
}
