package io.tongban.api.mandate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "The worker takes the mandate back. Withholdings accepted before stay accepted; what is held back of "
                        + "payouts for months not yet closed goes back.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class MandateRevocation {
    @Schema(description = "When the worker revoked it.")
    @NotNull
    private final Instant revokedAt;

    @Schema(description = "The worker's reason, if one was given; no personal data.", examples = "changed platform")
    @Pattern(regexp = Patterns.LINE_200)
    private final @Nullable String reason;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private MandateRevocation(Builder builder) {
        this.revokedAt = builder.revokedAt;
        this.reason = builder.reason;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.revokedAt = revokedAt;
        builder.reason = reason;
        return builder;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(revokedAt, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MandateRevocation that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "MandateRevocation[…]";
    }

    /** Collects a {@link MandateRevocation}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable Instant revokedAt;
        private @Nullable String reason;

        private Builder() {}

        /** When the worker revoked it. */
        public Builder revokedAt(Instant revokedAt) {
            this.revokedAt = revokedAt;
            return this;
        }

        /** The worker's reason, if one was given; no personal data. Optional. */
        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public MandateRevocation build() {
            Required.given(revokedAt, "MandateRevocation", "revokedAt");
            return new MandateRevocation(this);
        }
    }
}
