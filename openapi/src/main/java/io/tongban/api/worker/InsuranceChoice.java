package io.tongban.api.worker;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One insurance that a worker chose, on a base or in a grade: one of the two.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class InsuranceChoice {
    @Schema(description = "Insurance kind with its code system.", examples = "AAE140:110")
    @NotNull
    @Pattern(regexp = Patterns.INSURANCE)
    private final String insurance;

    @Schema(description = "Contribution base, whole fen a month.", examples = "551000")
    @Positive
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long baseFen;

    @Schema(
            description = "One of the grades that a quote shows, instead of a base: it is the base of its first month.",
            examples = "60")
    @Pattern(regexp = Patterns.GRADE)
    private final @Nullable String grade;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private InsuranceChoice(Builder builder) {
        this.insurance = builder.insurance;
        this.baseFen = builder.baseFen;
        this.grade = builder.grade;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.insurance = insurance;
        builder.baseFen = baseFen;
        builder.grade = grade;
        return builder;
    }

    public String insurance() {
        return insurance;
    }

    public @Nullable Long baseFen() {
        return baseFen;
    }

    public @Nullable String grade() {
        return grade;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(insurance, baseFen, grade);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InsuranceChoice that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "InsuranceChoice[" + insurance + "]";
    }

    /** Collects an {@link InsuranceChoice}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String insurance;
        private @Nullable Long baseFen;
        private @Nullable String grade;

        private Builder() {}

        /** Insurance kind with its code system. */
        public Builder insurance(String insurance) {
            this.insurance = insurance;
            return this;
        }

        /** Contribution base, whole fen a month. This, or a grade. */
        public Builder baseFen(long baseFen) {
            this.baseFen = baseFen;
            return this;
        }

        /** One of the grades that a quote shows. This, or a base. */
        public Builder grade(String grade) {
            this.grade = Given.value(grade, "grade");
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public InsuranceChoice build() {
            Required.given(insurance, "InsuranceChoice", "insurance");
            return new InsuranceChoice(this);
        }
    }
}
