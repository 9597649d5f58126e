package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a person decides of a case.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class RiskDecision {
    @NotNull
    private final RiskVerdict verdict;

    @Schema(
            description = "Why; stands in the audit log. No personal data.",
            examples = "The bank was called: a family pays together")
    @NotNull
    @Pattern(regexp = Patterns.NOTE)
    private final String note;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private RiskDecision(Builder builder) {
        this.verdict = builder.verdict;
        this.note = builder.note;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.verdict = verdict;
        builder.note = note;
        return builder;
    }

    public RiskVerdict verdict() {
        return verdict;
    }

    public String note() {
        return note;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(verdict, note);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskDecision that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "RiskDecision[" + verdict + "]";
    }

    /** Collects a {@link RiskDecision}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable RiskVerdict verdict;
        private @Nullable String note;

        private Builder() {}

        /** Required. */
        public Builder verdict(RiskVerdict verdict) {
            this.verdict = verdict;
            return this;
        }

        /** Why; stands in the audit log. No personal data. */
        public Builder note(String note) {
            this.note = note;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public RiskDecision build() {
            Required.given(verdict, "RiskDecision", "verdict");
            Required.given(note, "RiskDecision", "note");
            return new RiskDecision(this);
        }
    }
}
