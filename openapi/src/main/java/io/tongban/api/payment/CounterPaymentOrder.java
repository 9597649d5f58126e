package io.tongban.api.payment;

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

@Schema(description = "What a worker pays at the counter.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CounterPaymentOrder {
    @Schema(description = "Your own name for it, unique at your bank, also among payouts.", examples = "till-17-000042")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(description = "Who pays.", examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
    @NotNull
    @Pattern(regexp = Patterns.WORKER_ID)
    private final String workerId;

    @Schema(
            description = "A mandate of this worker with terms for payouts.",
            examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
    @NotNull
    @Pattern(regexp = Patterns.MANDATE_ID)
    private final String mandateId;

    @Schema(description = "What was taken, whole fen: exactly what is owed.", examples = "44080", minimum = "1")
    @NotNull
    @Min(1)
    @Max(Patterns.MOST_FEN)
    private final Long amountFen;

    @Schema(description = "How the worker paid.")
    @NotNull
    private final PaymentMeans means;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private CounterPaymentOrder(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.workerId = builder.workerId;
        this.mandateId = builder.mandateId;
        this.amountFen = builder.amountFen;
        this.means = builder.means;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.workerId = workerId;
        builder.mandateId = mandateId;
        builder.amountFen = amountFen;
        builder.means = means;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String workerId() {
        return workerId;
    }

    public String mandateId() {
        return mandateId;
    }

    public Long amountFen() {
        return amountFen;
    }

    public PaymentMeans means() {
        return means;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, workerId, mandateId, amountFen, means);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CounterPaymentOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "CounterPaymentOrder[" + partnerReference + "]";
    }

    /** Collects a {@link CounterPaymentOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String workerId;
        private @Nullable String mandateId;
        private @Nullable Long amountFen;
        private @Nullable PaymentMeans means;

        private Builder() {}

        /** Your own name for it, unique at your bank. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Who pays. */
        public Builder workerId(String workerId) {
            this.workerId = workerId;
            return this;
        }

        /** A mandate of this worker with terms for payouts. */
        public Builder mandateId(String mandateId) {
            this.mandateId = mandateId;
            return this;
        }

        /** What was taken, whole fen: exactly what is owed. */
        public Builder amountFen(long amountFen) {
            this.amountFen = amountFen;
            return this;
        }

        /** How the worker paid. */
        public Builder means(PaymentMeans means) {
            this.means = means;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public CounterPaymentOrder build() {
            Required.given(partnerReference, "CounterPaymentOrder", "partnerReference");
            Required.given(workerId, "CounterPaymentOrder", "workerId");
            Required.given(mandateId, "CounterPaymentOrder", "mandateId");
            Required.given(amountFen, "CounterPaymentOrder", "amountFen");
            Required.given(means, "CounterPaymentOrder", "means");
            return new CounterPaymentOrder(this);
        }
    }
}
