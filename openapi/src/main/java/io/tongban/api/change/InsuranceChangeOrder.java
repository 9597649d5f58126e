package io.tongban.api.change;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A change of one or several insurances of a worker at one province, with the worker's consent.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class InsuranceChangeOrder {
    @Schema(
            description = "The partner's own name for the order, unique among its changes.",
            examples = "change-2026-11-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(description = "First two digits of its GB/T 2260 code.", examples = "44")
    @NotNull
    @Pattern(regexp = Patterns.PROVINCE)
    private final String province;

    @Schema(description = "Any but CORRECT, which is another call.")
    @NotNull
    private final InsuranceChangeKind change;

    @Schema(
            description = "Insurance kinds with their code system, each once.",
            examples = "[\"AAE140:110\"]",
            uniqueItems = true)
    @NotNull
    @Size(min = 1, max = 9)
    private final List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> insurances;

    @Schema(
            description =
                    "First month of which it holds, at most 12 months from now. The earliest is this month up to the province's"
                            + " cut-off day, and the next one after it; that is taken where this is absent.",
            examples = "2026-12")
    private final @Nullable YearMonth from;

    @Schema(
            description = "Contribution base, whole fen a month; of ENROL and CHANGE_BASE, and of no other.",
            examples = "551000")
    @Positive
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long baseFen;

    @Schema(description = "Where you keep the worker's consent to this change.", examples = "consent-2026-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String consentReference;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private InsuranceChangeOrder(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.province = builder.province;
        this.change = builder.change;
        this.insurances = builder.insurances;
        this.from = builder.from;
        this.baseFen = builder.baseFen;
        this.consentReference = builder.consentReference;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.province = province;
        builder.change = change;
        builder.insurances = insurances;
        builder.from = from;
        builder.baseFen = baseFen;
        builder.consentReference = consentReference;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String province() {
        return province;
    }

    public InsuranceChangeKind change() {
        return change;
    }

    public List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> insurances() {
        return insurances;
    }

    public @Nullable YearMonth from() {
        return from;
    }

    public @Nullable Long baseFen() {
        return baseFen;
    }

    public String consentReference() {
        return consentReference;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, province, change, insurances, from, baseFen, consentReference);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InsuranceChangeOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "InsuranceChangeOrder[" + partnerReference + "]";
    }

    /** Collects a {@link InsuranceChangeOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String province;
        private @Nullable InsuranceChangeKind change;
        private @Nullable List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> insurances;
        private @Nullable YearMonth from;
        private @Nullable Long baseFen;
        private @Nullable String consentReference;

        private Builder() {}

        /** The partner's own name for the order, unique among its changes. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** First two digits of its GB/T 2260 code. */
        public Builder province(String province) {
            this.province = province;
            return this;
        }

        /** Any but CORRECT, which is {@link CorrectionOrder}. */
        public Builder change(InsuranceChangeKind change) {
            this.change = change;
            return this;
        }

        /** Insurance kinds with their code system, each once. */
        public Builder insurances(List<String> insurances) {
            this.insurances = List.copyOf(Given.values(insurances, "insurances"));
            return this;
        }

        /** First month of which it holds; the earliest by the province's cut-off day where it is not given. */
        public Builder from(YearMonth from) {
            this.from = Given.value(from, "from");
            return this;
        }

        /** Contribution base, whole fen a month; of ENROL and CHANGE_BASE, and of no other. */
        public Builder baseFen(long baseFen) {
            this.baseFen = baseFen;
            return this;
        }

        /** Where the partner keeps the worker's consent to this change. */
        public Builder consentReference(String consentReference) {
            this.consentReference = consentReference;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public InsuranceChangeOrder build() {
            Required.given(partnerReference, "InsuranceChangeOrder", "partnerReference");
            Required.given(province, "InsuranceChangeOrder", "province");
            Required.given(change, "InsuranceChangeOrder", "change");
            Required.given(insurances, "InsuranceChangeOrder", "insurances");
            Required.given(consentReference, "InsuranceChangeOrder", "consentReference");
            return new InsuranceChangeOrder(this);
        }
    }
}
