package io.tongban.api.subsidy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Which month is to be proved, and by what consent of the worker.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class ProofRequest {
    @Schema(description = "Insurance kind with its code system.", examples = "AAE140:110")
    @NotNull
    @Pattern(regexp = Patterns.INSURANCE)
    private final String insurance;

    @Schema(description = "The month that was paid.", examples = "2026-10")
    @NotNull
    private final YearMonth period;

    @Schema(
            description = "Where you keep the worker's consent that you are told of this month, whoever paid it.",
            examples = "consent-2026-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String consentReference;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // by wire anything may be missing; validation says so then
    private ProofRequest(Builder builder) {
        this.insurance = builder.insurance;
        this.period = builder.period;
        this.consentReference = builder.consentReference;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.insurance = insurance;
        builder.period = period;
        builder.consentReference = consentReference;
        return builder;
    }

    public String insurance() {
        return insurance;
    }

    public YearMonth period() {
        return period;
    }

    public String consentReference() {
        return consentReference;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(insurance, period, consentReference);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProofRequest that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "ProofRequest[" + insurance + "]";
    }

    /** Collects a {@link ProofRequest}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String insurance;
        private @Nullable YearMonth period;
        private @Nullable String consentReference;

        private Builder() {}

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

        /** Where the partner keeps the worker's consent to be told of this month, whoever paid it. */
        public Builder consentReference(String consentReference) {
            this.consentReference = consentReference;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public ProofRequest build() {
            Required.given(insurance, "ProofRequest", "insurance");
            Required.given(period, "ProofRequest", "period");
            Required.given(consentReference, "ProofRequest", "consentReference");
            return new ProofRequest(this);
        }
    }
}
