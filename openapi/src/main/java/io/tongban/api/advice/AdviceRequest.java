package io.tongban.api.advice;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import io.tongban.api.quote.Sex;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Whom advice is for. No name and no number: advice is for nobody in particular.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class AdviceRequest {
    @Schema(description = "Division of the household registration, six digits of GB/T 2260.", examples = "450103")
    @NotNull
    @Pattern(regexp = Patterns.DIVISION)
    private final String household;

    @Schema(description = "Division where the work is.", examples = "440106")
    @NotNull
    @Pattern(regexp = Patterns.DIVISION)
    private final String workPlace;

    @Schema(description = "Month of birth.", examples = "1996-04")
    @NotNull
    private final YearMonth birthMonth;

    @Schema(description = "As in the household register.")
    @NotNull
    private final Sex sex;

    @Schema(description = "How the person earns.")
    @NotNull
    private final WorkKind work;

    @Schema(description = "Income of a month, whole fen.", examples = "500000")
    @NotNull
    @Min(-Patterns.MOST_FEN)
    @Max(Patterns.MOST_FEN)
    private final Long monthlyIncomeFen;

    @Schema(
            description = "Insurances that the person has already, wherever; none when absent.",
            examples = "[\"AAE140:390\"]",
            uniqueItems = true)
    @Size(max = 10)
    private final @Nullable List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> held;

    @Schema(description = "Months of the pension paid for so far; none when absent.", examples = "26")
    @Min(0)
    @Max(1200)
    private final @Nullable Integer paidMonths;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // by wire anything may be missing; validation says so then
    private AdviceRequest(Builder builder) {
        this.household = builder.household;
        this.workPlace = builder.workPlace;
        this.birthMonth = builder.birthMonth;
        this.sex = builder.sex;
        this.work = builder.work;
        this.monthlyIncomeFen = builder.monthlyIncomeFen;
        this.held = builder.held == null ? null : Required.copied(builder.held);
        this.paidMonths = builder.paidMonths;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.household = household;
        builder.workPlace = workPlace;
        builder.birthMonth = birthMonth;
        builder.sex = sex;
        builder.work = work;
        builder.monthlyIncomeFen = monthlyIncomeFen;
        builder.held = held;
        builder.paidMonths = paidMonths;
        return builder;
    }

    public String household() {
        return household;
    }

    public String workPlace() {
        return workPlace;
    }

    public YearMonth birthMonth() {
        return birthMonth;
    }

    public Sex sex() {
        return sex;
    }

    public WorkKind work() {
        return work;
    }

    public long monthlyIncomeFen() {
        return monthlyIncomeFen;
    }

    public @Nullable List<String> held() {
        return held;
    }

    public @Nullable Integer paidMonths() {
        return paidMonths;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(household, workPlace, birthMonth, sex, work, monthlyIncomeFen, held, paidMonths);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AdviceRequest that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "AdviceRequest[" + work + "]";
    }

    /** Collects an {@link AdviceRequest}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String household;
        private @Nullable String workPlace;
        private @Nullable YearMonth birthMonth;
        private @Nullable Sex sex;
        private @Nullable WorkKind work;
        private @Nullable Long monthlyIncomeFen;
        private @Nullable List<String> held;
        private @Nullable Integer paidMonths;

        private Builder() {}

        /** Division of the household registration, six digits of GB/T 2260. */
        public Builder household(String household) {
            this.household = household;
            return this;
        }

        /** Division where the work is. */
        public Builder workPlace(String workPlace) {
            this.workPlace = workPlace;
            return this;
        }

        /** Month of birth. */
        public Builder birthMonth(YearMonth birthMonth) {
            this.birthMonth = birthMonth;
            return this;
        }

        /** As in the household register. */
        public Builder sex(Sex sex) {
            this.sex = sex;
            return this;
        }

        /** How the person earns. */
        public Builder work(WorkKind work) {
            this.work = work;
            return this;
        }

        /** Income of a month, whole fen. */
        public Builder monthlyIncomeFen(long monthlyIncomeFen) {
            this.monthlyIncomeFen = monthlyIncomeFen;
            return this;
        }

        /** Insurances that the person has already, wherever; none when absent. Optional. */
        public Builder held(@Nullable List<String> held) {
            this.held = held;
            return this;
        }

        /** Months of the pension paid for so far; none when absent. Optional. */
        public Builder paidMonths(@Nullable Integer paidMonths) {
            this.paidMonths = paidMonths;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public AdviceRequest build() {
            Required.all("AdviceRequest", "household", household, "workPlace", workPlace, "birthMonth", birthMonth);
            Required.all("AdviceRequest", "sex", sex, "work", work, "monthlyIncomeFen", monthlyIncomeFen);
            return new AdviceRequest(this);
        }
    }
}
