package io.tongban.api.payout;

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

@Schema(description = "Asks for an instruction by which a platform may hold back while it is offline.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class InstructionRequest {
    @Schema(examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
    @NotNull
    @Pattern(regexp = Patterns.WORKER_ID)
    private final String workerId;

    @Schema(
            description = "A mandate of this worker with terms for payouts.",
            examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
    @NotNull
    @Pattern(regexp = Patterns.MANDATE_ID)
    private final String mandateId;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private InstructionRequest(Builder builder) {
        this.workerId = builder.workerId;
        this.mandateId = builder.mandateId;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.workerId = workerId;
        builder.mandateId = mandateId;
        return builder;
    }

    public String workerId() {
        return workerId;
    }

    public String mandateId() {
        return mandateId;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(workerId, mandateId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstructionRequest that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "InstructionRequest[" + mandateId + "]";
    }

    /** Collects a {@link InstructionRequest}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String workerId;
        private @Nullable String mandateId;

        private Builder() {}

        /** Who will earn. */
        public Builder workerId(String workerId) {
            this.workerId = workerId;
            return this;
        }

        /** A mandate of this worker with terms for payouts. */
        public Builder mandateId(String mandateId) {
            this.mandateId = mandateId;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public InstructionRequest build() {
            Required.given(workerId, "InstructionRequest", "workerId");
            Required.given(mandateId, "InstructionRequest", "mandateId");
            return new InstructionRequest(this);
        }
    }
}
