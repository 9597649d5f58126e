package io.tongban.api.day;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import io.tongban.api.payment.PaymentMeans;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A row of the books of the bank.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CounterEntry {
    @Schema(description = "Your own name of the payment.", examples = "till-17-000042")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(description = "What was done.")
    @NotNull
    private final CounterOperation operation;

    @Schema(description = "How the worker paid.")
    @NotNull
    private final PaymentMeans means;

    @Schema(description = "Reference of the counter or terminal.", examples = "gz-001-c1")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String point;

    @Schema(description = "Staff number of who did it.", examples = "T1001")
    @NotNull
    @Pattern(regexp = Patterns.SEGMENT)
    private final String operator;

    @Schema(description = "Whole fen.", examples = "44080", minimum = "1")
    @NotNull
    @Min(1)
    @Max(Patterns.MOST_FEN)
    private final Long amountFen;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private CounterEntry(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.operation = builder.operation;
        this.means = builder.means;
        this.point = builder.point;
        this.operator = builder.operator;
        this.amountFen = builder.amountFen;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.operation = operation;
        builder.means = means;
        builder.point = point;
        builder.operator = operator;
        builder.amountFen = amountFen;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public CounterOperation operation() {
        return operation;
    }

    public PaymentMeans means() {
        return means;
    }

    public String point() {
        return point;
    }

    public String operator() {
        return operator;
    }

    public Long amountFen() {
        return amountFen;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, operation, means, point, operator, amountFen);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CounterEntry that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "CounterEntry[" + partnerReference + "]";
    }

    /** Collects a {@link CounterEntry}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable CounterOperation operation;
        private @Nullable PaymentMeans means;
        private @Nullable String point;
        private @Nullable String operator;
        private @Nullable Long amountFen;

        private Builder() {}

        /** Your own name of the payment. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** What was done. */
        public Builder operation(CounterOperation operation) {
            this.operation = operation;
            return this;
        }

        /** How the worker paid. */
        public Builder means(PaymentMeans means) {
            this.means = means;
            return this;
        }

        /** Reference of the counter or terminal. */
        public Builder point(String point) {
            this.point = point;
            return this;
        }

        /** Staff number of who did it. */
        public Builder operator(String operator) {
            this.operator = operator;
            return this;
        }

        /** Whole fen. */
        public Builder amountFen(long amountFen) {
            this.amountFen = amountFen;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public CounterEntry build() {
            Required.given(partnerReference, "CounterEntry", "partnerReference");
            Required.given(operation, "CounterEntry", "operation");
            Required.given(means, "CounterEntry", "means");
            Required.given(point, "CounterEntry", "point");
            Required.given(operator, "CounterEntry", "operator");
            Required.given(amountFen, "CounterEntry", "amountFen");
            return new CounterEntry(this);
        }
    }
}
