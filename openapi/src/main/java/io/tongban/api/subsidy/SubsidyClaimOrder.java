package io.tongban.api.subsidy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "That a platform refunds a part of what a worker paid for a month, in whichever province and through whomever.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class SubsidyClaimOrder {
    @Schema(description = "Your own name for the claim, unique among your claims.", examples = "subsidy-2026-11-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(description = "Insurance kind with its code system.", examples = "AAE140:110")
    @NotNull
    @Pattern(regexp = Patterns.INSURANCE)
    private final String insurance;

    @Schema(description = "The month that was paid.", examples = "2026-10")
    @NotNull
    private final YearMonth period;

    @Schema(
            description = "Division where the work is, six digits of GB/T 2260: its lowest base counts.",
            examples = "440106")
    @NotNull
    @Pattern(regexp = Patterns.DIVISION)
    private final String workPlace;

    @Schema(
            description =
                    "The month's and those of the months before it that the rule looks at, in any order; a month that is missing counts as without income.")
    @NotEmpty
    @Size(max = 24)
    private final List<@NotNull @Valid MonthlyIncome> incomes;

    @Schema(
            description = "Where you keep the worker's consent that you are told of this month, whoever paid it.",
            examples = "consent-2026-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String consentReference;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // by wire anything may be missing; validation says so then
    private SubsidyClaimOrder(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.insurance = builder.insurance;
        this.period = builder.period;
        this.workPlace = builder.workPlace;
        this.incomes = Required.copied(builder.incomes);
        this.consentReference = builder.consentReference;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.insurance = insurance;
        builder.period = period;
        builder.workPlace = workPlace;
        builder.incomes = incomes;
        builder.consentReference = consentReference;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String insurance() {
        return insurance;
    }

    public YearMonth period() {
        return period;
    }

    public String workPlace() {
        return workPlace;
    }

    public List<@NotNull @Valid MonthlyIncome> incomes() {
        return incomes;
    }

    public String consentReference() {
        return consentReference;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, insurance, period, workPlace, incomes, consentReference);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubsidyClaimOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "SubsidyClaimOrder[" + partnerReference + "]";
    }

    /** Collects a {@link SubsidyClaimOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String insurance;
        private @Nullable YearMonth period;
        private @Nullable String workPlace;
        private @Nullable List<@NotNull @Valid MonthlyIncome> incomes;
        private @Nullable String consentReference;

        private Builder() {}

        /** Your own name for the claim, unique among your claims. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Insurance kind with its code system. */
        public Builder insurance(String insurance) {
            this.insurance = insurance;
            return this;
        }

        /** The month that was paid. */
        public Builder period(YearMonth period) {
            this.period = period;
            return this;
        }

        /** Division where the work is, six digits of GB/T 2260. */
        public Builder workPlace(String workPlace) {
            this.workPlace = workPlace;
            return this;
        }

        /** The month's and those of the months before it that the rule looks at. */
        public Builder incomes(List<MonthlyIncome> incomes) {
            this.incomes = List.copyOf(Given.values(incomes, "incomes"));
            return this;
        }

        /** Where the partner keeps the worker's consent to be told of this month, whoever paid it. */
        public Builder consentReference(String consentReference) {
            this.consentReference = consentReference;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public SubsidyClaimOrder build() {
            Required.given(partnerReference, "SubsidyClaimOrder", "partnerReference");
            Required.given(insurance, "SubsidyClaimOrder", "insurance");
            Required.given(period, "SubsidyClaimOrder", "period");
            Required.given(workPlace, "SubsidyClaimOrder", "workPlace");
            Required.given(incomes, "SubsidyClaimOrder", "incomes");
            Required.given(consentReference, "SubsidyClaimOrder", "consentReference");
            return new SubsidyClaimOrder(this);
        }
    }
}
