package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "What a person found out at the province. BOOKED needs, of a withholding, `provinceReceipt`, `bookedAt` and `amountFen`;"
                        + " of an enrolment, `personNumber`; of a change, `provinceReceipt`. The other outcomes take none of them.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class TaskResolution {
    @NotNull
    private final TaskOutcome outcome;

    @Schema(description = "The province's own number of the booking.", examples = "GD202611230000017")
    @Pattern(regexp = "^[^\\x00-\\x20\\x7f-\\x9f]{1,64}$")
    private final @Nullable String provinceReceipt;

    @Schema(description = "When the province booked it.", examples = "2026-11-23T08:00:02Z")
    private final @Nullable Instant bookedAt;

    @Schema(
            description =
                    "What the province booked, whole fen. Must be what was withheld: a province that booked another amount has to"
                            + " take it back first.",
            examples = "110200")
    @Positive
    @Max(Patterns.MOST_FEN)
    private final @Nullable Long amountFen;

    @Schema(description = "The province's own number of the person (AAC001).", examples = "4401000012345678")
    @Pattern(regexp = "^[A-Za-z0-9]{1,32}$")
    private final @Nullable String personNumber;

    @Schema(
            description = "How it is known; stands in the audit log. No personal data.",
            examples = "Asked by telephone, file 2026-117")
    @NotNull
    @Pattern(regexp = Patterns.NOTE)
    private final String note;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private TaskResolution(Builder builder) {
        this.outcome = builder.outcome;
        this.provinceReceipt = builder.provinceReceipt;
        this.bookedAt = builder.bookedAt;
        this.amountFen = builder.amountFen;
        this.personNumber = builder.personNumber;
        this.note = builder.note;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.outcome = outcome;
        builder.provinceReceipt = provinceReceipt;
        builder.bookedAt = bookedAt;
        builder.amountFen = amountFen;
        builder.personNumber = personNumber;
        builder.note = note;
        return builder;
    }

    public TaskOutcome outcome() {
        return outcome;
    }

    public @Nullable String provinceReceipt() {
        return provinceReceipt;
    }

    public @Nullable Instant bookedAt() {
        return bookedAt;
    }

    public @Nullable Long amountFen() {
        return amountFen;
    }

    public @Nullable String personNumber() {
        return personNumber;
    }

    public String note() {
        return note;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(outcome, provinceReceipt, bookedAt, amountFen, personNumber, note);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskResolution that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "TaskResolution[" + outcome + "]";
    }

    /** Collects a {@link TaskResolution}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable TaskOutcome outcome;
        private @Nullable String provinceReceipt;
        private @Nullable Instant bookedAt;
        private @Nullable Long amountFen;
        private @Nullable String personNumber;
        private @Nullable String note;

        private Builder() {}

        /** Required. */
        public Builder outcome(TaskOutcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /** The province's own number of the booking. Optional. */
        public Builder provinceReceipt(@Nullable String provinceReceipt) {
            this.provinceReceipt = provinceReceipt;
            return this;
        }

        /** When the province booked it. Optional. */
        public Builder bookedAt(@Nullable Instant bookedAt) {
            this.bookedAt = bookedAt;
            return this;
        }

        /** What the province booked, whole fen. Must be what was withheld: a province that booked another amount has to take it back first. Optional. */
        public Builder amountFen(@Nullable Long amountFen) {
            this.amountFen = amountFen;
            return this;
        }

        /** The province's own number of the person (AAC001). Optional. */
        public Builder personNumber(@Nullable String personNumber) {
            this.personNumber = personNumber;
            return this;
        }

        /** How it is known; stands in the audit log. No personal data. */
        public Builder note(String note) {
            this.note = note;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public TaskResolution build() {
            Required.given(outcome, "TaskResolution", "outcome");
            Required.given(note, "TaskResolution", "note");
            return new TaskResolution(this);
        }
    }
}
