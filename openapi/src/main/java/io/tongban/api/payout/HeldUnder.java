package io.tongban.api.payout;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What was held back of a payout under an instruction, while the platform was offline.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class HeldUnder {
    @Schema(description = "The instruction that it was held back by.", examples = "pin_01kandb7vq5zrp5nh3qj8m2c55")
    @NotNull
    @Pattern(regexp = Patterns.INSTRUCTION_ID)
    private final String instructionId;

    @Schema(
            description = "What was held back of the payout, for all insurances together, whole fen; 0 if nothing was.",
            examples = "25800",
            minimum = "0")
    @NotNull
    @Min(0)
    @Max(Patterns.MOST_FEN)
    private final Long heldFen;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private HeldUnder(Builder builder) {
        this.instructionId = builder.instructionId;
        this.heldFen = builder.heldFen;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.instructionId = instructionId;
        builder.heldFen = heldFen;
        return builder;
    }

    public String instructionId() {
        return instructionId;
    }

    public Long heldFen() {
        return heldFen;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(instructionId, heldFen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeldUnder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "HeldUnder[" + instructionId + ", " + heldFen + "]";
    }

    /** Collects a {@link HeldUnder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String instructionId;
        private @Nullable Long heldFen;

        private Builder() {}

        /** The instruction that it was held back by. */
        public Builder instructionId(String instructionId) {
            this.instructionId = instructionId;
            return this;
        }

        /** What was held back of the payout, for all insurances together, whole fen; 0 if nothing was. */
        public Builder heldFen(long heldFen) {
            this.heldFen = heldFen;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public HeldUnder build() {
            Required.given(instructionId, "HeldUnder", "instructionId");
            Required.given(heldFen, "HeldUnder", "heldFen");
            return new HeldUnder(this);
        }
    }
}
