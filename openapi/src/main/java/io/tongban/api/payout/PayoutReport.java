package io.tongban.api.payout;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.internal.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Payouts as they are made, one or many. All of them count, or none.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class PayoutReport {
    @Schema(description = "In any order, each reference once.")
    @NotEmpty
    @Size(max = 100)
    private final List<@NotNull @Valid PayoutOrder> payouts;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private PayoutReport(Builder builder) {
        this.payouts = Required.copied(builder.payouts);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.payouts = payouts;
        return builder;
    }

    public List<PayoutOrder> payouts() {
        return payouts;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(payouts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PayoutReport that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PayoutReport[" + payouts.size() + "]";
    }

    /** Collects a {@link PayoutReport}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable List<PayoutOrder> payouts;

        private Builder() {}

        /** In any order, each reference once. */
        public Builder payouts(List<PayoutOrder> payouts) {
            this.payouts = payouts;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public PayoutReport build() {
            Required.given(payouts, "PayoutReport", "payouts");
            return new PayoutReport(this);
        }
    }
}
