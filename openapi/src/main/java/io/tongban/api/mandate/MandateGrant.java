package io.tongban.api.mandate;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "The worker's mandate: this platform may withhold contributions from earnings, up to a cap, until revoked.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class MandateGrant {
    @Schema(description = "The partner's own name for the mandate, unique at the partner.", examples = "mandate-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
    @NotNull
    @Pattern(regexp = Patterns.WORKER_ID)
    private final String workerId;

    @Schema(
            description = "Province that the contributions go to; the worker must be registered there.",
            examples = "44")
    @NotNull
    @Pattern(regexp = Patterns.PROVINCE)
    private final String province;

    @Schema(
            description = "Insurance kinds covered, each with its code system, once.",
            examples = "[\"AAE140:110\"]",
            uniqueItems = true)
    @NotEmpty
    @Size(max = 10)
    private final List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> insurances;

    @Schema(
            description =
                    "Most that may be withheld for one insurance and month, whole fen; at most ten times the highest contribution of a month anywhere.",
            examples = "200000")
    @NotNull
    @Positive
    @Max(Patterns.MOST_FEN)
    private final Long capFen;

    @Schema(description = "First month covered.", examples = "2026-10")
    @NotNull
    private final YearMonth validFrom;

    @Schema(description = "Last month covered; open when absent.", examples = "2027-09")
    private final @Nullable YearMonth validTo;

    @Schema(description = "When the worker signed it: within the last 24 months, and not in the future.")
    @NotNull
    private final Instant signedAt;

    @Schema(description = "Reference of the signed agreement, kept by the partner.", examples = "agreement-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String agreementReference;

    @Schema(
            description =
                    "What may be held back from payouts as they are earned; without it the mandate is for direct withholdings only.")
    @Valid
    private final @Nullable PayoutTerms payouts;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private MandateGrant(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.workerId = builder.workerId;
        this.province = builder.province;
        this.insurances = Required.copied(builder.insurances);
        this.capFen = builder.capFen;
        this.validFrom = builder.validFrom;
        this.validTo = builder.validTo;
        this.signedAt = builder.signedAt;
        this.agreementReference = builder.agreementReference;
        this.payouts = builder.payouts;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.workerId = workerId;
        builder.province = province;
        builder.insurances = insurances;
        builder.capFen = capFen;
        builder.validFrom = validFrom;
        builder.validTo = validTo;
        builder.signedAt = signedAt;
        builder.agreementReference = agreementReference;
        builder.payouts = payouts;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String workerId() {
        return workerId;
    }

    public String province() {
        return province;
    }

    public List<String> insurances() {
        return insurances;
    }

    public Long capFen() {
        return capFen;
    }

    public YearMonth validFrom() {
        return validFrom;
    }

    public @Nullable YearMonth validTo() {
        return validTo;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public String agreementReference() {
        return agreementReference;
    }

    public @Nullable PayoutTerms payouts() {
        return payouts;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                partnerReference,
                workerId,
                province,
                insurances,
                capFen,
                validFrom,
                validTo,
                signedAt,
                agreementReference,
                payouts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MandateGrant that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "MandateGrant[" + partnerReference + "]";
    }

    /** Collects a {@link MandateGrant}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String workerId;
        private @Nullable String province;
        private @Nullable List<String> insurances;
        private @Nullable Long capFen;
        private @Nullable YearMonth validFrom;
        private @Nullable YearMonth validTo;
        private @Nullable Instant signedAt;
        private @Nullable String agreementReference;
        private @Nullable PayoutTerms payouts;

        private Builder() {}

        /** The partner's own name for the mandate, unique at the partner. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Required. */
        public Builder workerId(String workerId) {
            this.workerId = workerId;
            return this;
        }

        /** Province that the contributions go to; the worker must be registered there. */
        public Builder province(String province) {
            this.province = province;
            return this;
        }

        /** Insurance kinds covered, each with its code system. */
        public Builder insurances(List<String> insurances) {
            this.insurances = insurances;
            return this;
        }

        /** Most that may be withheld for one insurance and month, whole fen. */
        public Builder capFen(long capFen) {
            this.capFen = capFen;
            return this;
        }

        /** First month covered. */
        public Builder validFrom(YearMonth validFrom) {
            this.validFrom = validFrom;
            return this;
        }

        /** Last month covered; open when absent. Optional. */
        public Builder validTo(@Nullable YearMonth validTo) {
            this.validTo = validTo;
            return this;
        }

        /** When the worker signed it. */
        public Builder signedAt(Instant signedAt) {
            this.signedAt = signedAt;
            return this;
        }

        /** Reference of the signed agreement, kept by the partner. */
        public Builder agreementReference(String agreementReference) {
            this.agreementReference = agreementReference;
            return this;
        }

        /** What may be held back from payouts as they are earned. Optional. */
        public Builder payouts(@Nullable PayoutTerms payouts) {
            this.payouts = payouts;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public MandateGrant build() {
            Required.given(partnerReference, "MandateGrant", "partnerReference");
            Required.given(workerId, "MandateGrant", "workerId");
            Required.given(province, "MandateGrant", "province");
            Required.given(insurances, "MandateGrant", "insurances");
            Required.given(capFen, "MandateGrant", "capFen");
            Required.given(validFrom, "MandateGrant", "validFrom");
            Required.given(signedAt, "MandateGrant", "signedAt");
            Required.given(agreementReference, "MandateGrant", "agreementReference");
            return new MandateGrant(this);
        }
    }
}
