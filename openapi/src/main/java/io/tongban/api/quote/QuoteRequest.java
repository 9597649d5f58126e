package io.tongban.api.quote;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import io.tongban.api.policy.InsuranceRelation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Whose contributions to what are to be computed. No name and no number: a quote is of nobody.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class QuoteRequest {
    @Schema(description = "Division of the household registration, six digits of GB/T 2260.", examples = "440103")
    @NotNull
    @Pattern(regexp = Patterns.DIVISION)
    private final String household;

    @Schema(description = "Division where the work is.", examples = "440106")
    @NotNull
    @Pattern(regexp = Patterns.DIVISION)
    private final String workPlace;

    @Schema(description = "Which of the two the person is to be insured at.")
    @NotNull
    private final QuotePlace place;

    @Schema(description = "Month of birth.", examples = "1996-04")
    @NotNull
    private final YearMonth birthMonth;

    @Schema(description = "As in the household register.")
    @NotNull
    private final Sex sex;

    @Schema(description = "As what an employee works; WORKER when absent. Of employees alone.")
    private final @Nullable Position position;

    @Schema(description = "As what the person is insured.")
    @NotNull
    private final InsuranceRelation relation;

    @Schema(description = "Insurance kinds, each once.", examples = "[\"AAE140:110\"]", uniqueItems = true)
    @NotEmpty
    @Size(max = 10)
    private final List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> insurances;

    @Schema(description = "How many months are paid at once.")
    @NotNull
    private final QuotePeriod period;

    @Schema(description = "One of the grades of the insurance; all of them side by side when absent.", examples = "60")
    @Pattern(regexp = Patterns.GRADE)
    private final @Nullable String grade;

    @Schema(description = "Contribution base instead of a grade, whole fen a month.", examples = "551000")
    @Positive
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long baseFen;

    @Schema(description = "Income of a month, whole fen, to be told what remains of it.", examples = "500000")
    @Min(-Patterns.MOST_FEN)
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long monthlyIncomeFen;

    @Schema(description = "Months paid for so far, for the years to the minimum of the pension.", examples = "26")
    @Min(0)
    @Max(1200)
    private final @Nullable Integer paidMonths;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // by wire anything may be missing; validation says so then
    private QuoteRequest(Builder builder) {
        this.household = builder.household;
        this.workPlace = builder.workPlace;
        this.place = builder.place;
        this.birthMonth = builder.birthMonth;
        this.sex = builder.sex;
        this.position = builder.position;
        this.relation = builder.relation;
        this.insurances = Required.copied(builder.insurances);
        this.period = builder.period;
        this.grade = builder.grade;
        this.baseFen = builder.baseFen;
        this.monthlyIncomeFen = builder.monthlyIncomeFen;
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
        builder.place = place;
        builder.birthMonth = birthMonth;
        builder.sex = sex;
        builder.position = position;
        builder.relation = relation;
        builder.insurances = insurances;
        builder.period = period;
        builder.grade = grade;
        builder.baseFen = baseFen;
        builder.monthlyIncomeFen = monthlyIncomeFen;
        builder.paidMonths = paidMonths;
        return builder;
    }

    public String household() {
        return household;
    }

    public String workPlace() {
        return workPlace;
    }

    public QuotePlace place() {
        return place;
    }

    public YearMonth birthMonth() {
        return birthMonth;
    }

    public Sex sex() {
        return sex;
    }

    public @Nullable Position position() {
        return position;
    }

    public InsuranceRelation relation() {
        return relation;
    }

    public List<String> insurances() {
        return insurances;
    }

    public QuotePeriod period() {
        return period;
    }

    public @Nullable String grade() {
        return grade;
    }

    public @Nullable Long baseFen() {
        return baseFen;
    }

    public @Nullable Long monthlyIncomeFen() {
        return monthlyIncomeFen;
    }

    public @Nullable Integer paidMonths() {
        return paidMonths;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                Arrays.asList(household, workPlace, place, birthMonth, sex, position, relation),
                Arrays.asList(insurances, period, grade, baseFen, monthlyIncomeFen, paidMonths));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuoteRequest that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "QuoteRequest[" + place + "]";
    }

    /** Collects a {@link QuoteRequest}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String household;
        private @Nullable String workPlace;
        private @Nullable QuotePlace place;
        private @Nullable YearMonth birthMonth;
        private @Nullable Sex sex;
        private @Nullable Position position;
        private @Nullable InsuranceRelation relation;
        private @Nullable List<String> insurances;
        private @Nullable QuotePeriod period;
        private @Nullable String grade;
        private @Nullable Long baseFen;
        private @Nullable Long monthlyIncomeFen;
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

        /** Which of the two the person is to be insured at. */
        public Builder place(QuotePlace place) {
            this.place = place;
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

        /** As what an employee works; of employees alone. Optional. */
        public Builder position(@Nullable Position position) {
            this.position = position;
            return this;
        }

        /** As what the person is insured. */
        public Builder relation(InsuranceRelation relation) {
            this.relation = relation;
            return this;
        }

        /** Insurance kinds, each with its code system, once. */
        public Builder insurances(List<String> insurances) {
            this.insurances = insurances;
            return this;
        }

        /** How many months are paid at once. */
        public Builder period(QuotePeriod period) {
            this.period = period;
            return this;
        }

        /** One of the grades of the insurance; all of them side by side when absent. Optional. */
        public Builder grade(@Nullable String grade) {
            this.grade = grade;
            return this;
        }

        /** Contribution base instead of a grade, whole fen a month. Optional. */
        public Builder baseFen(@Nullable Long baseFen) {
            this.baseFen = baseFen;
            return this;
        }

        /** Income of a month, whole fen, to be told what remains of it. Optional. */
        public Builder monthlyIncomeFen(@Nullable Long monthlyIncomeFen) {
            this.monthlyIncomeFen = monthlyIncomeFen;
            return this;
        }

        /** Months paid for so far, for the years to the minimum of the pension. Optional. */
        public Builder paidMonths(@Nullable Integer paidMonths) {
            this.paidMonths = paidMonths;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public QuoteRequest build() {
            Required.all("QuoteRequest", "household", household, "workPlace", workPlace, "place", place);
            Required.all("QuoteRequest", "birthMonth", birthMonth, "sex", sex, "relation", relation);
            Required.all("QuoteRequest", "insurances", insurances, "period", period);
            return new QuoteRequest(this);
        }
    }
}
