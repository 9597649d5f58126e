package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Stops a partner, a point, an operator or an operation.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class StopOrder {
    @Schema(description = "What is stopped.")
    @NotNull
    private final StopKind kind;

    @Schema(description = "Whose it is; for a point or an operator, and for nothing else.", examples = "nanling-bank")
    @Pattern(regexp = Patterns.CLIENT_ID)
    private final @Nullable String partner;

    @Schema(description = "Client id, reference of the point, staff number or operation id.", examples = "gz-001-c1")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String subject;

    @Schema(description = "Why; stands in the audit log. No personal data.", examples = "The terminal was stolen")
    @NotNull
    @Pattern(regexp = Patterns.NOTE)
    private final String reason;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private StopOrder(Builder builder) {
        this.kind = builder.kind;
        this.partner = builder.partner;
        this.subject = builder.subject;
        this.reason = builder.reason;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.kind = kind;
        builder.partner = partner;
        builder.subject = subject;
        builder.reason = reason;
        return builder;
    }

    public StopKind kind() {
        return kind;
    }

    public @Nullable String partner() {
        return partner;
    }

    public String subject() {
        return subject;
    }

    public String reason() {
        return reason;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(kind, partner, subject, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StopOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "StopOrder[" + kind + " " + subject + "]";
    }

    /** Collects a {@link StopOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable StopKind kind;
        private @Nullable String partner;
        private @Nullable String subject;
        private @Nullable String reason;

        private Builder() {}

        /** Required. */
        public Builder kind(StopKind kind) {
            this.kind = kind;
            return this;
        }

        /** Whose point or operator it is. */
        public Builder partner(String partner) {
            this.partner = Given.value(partner, "partner");
            return this;
        }

        /** Required. */
        public Builder subject(String subject) {
            this.subject = subject;
            return this;
        }

        /** Why; stands in the audit log. No personal data. */
        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public StopOrder build() {
            Required.given(kind, "StopOrder", "kind");
            Required.given(subject, "StopOrder", "subject");
            Required.given(reason, "StopOrder", "reason");
            return new StopOrder(this);
        }
    }
}
