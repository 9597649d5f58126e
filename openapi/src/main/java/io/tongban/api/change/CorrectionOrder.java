package io.tongban.api.change;

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

@Schema(
        description =
                "What is to be put right of a worker at one province, with the worker's consent; name, mobile, or both.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CorrectionOrder {
    @Schema(
            description = "The partner's own name for the order, unique among its changes.",
            examples = "change-2026-11-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(description = "First two digits of its GB/T 2260 code.", examples = "44")
    @NotNull
    @Pattern(regexp = Patterns.PROVINCE)
    private final String province;

    @Schema(description = "The right name, as on the certificate.", examples = "李秀瑛")
    @Pattern(regexp = Patterns.NAME)
    private final @Nullable String name;

    @Schema(description = "The right mobile number.", examples = "13900000018")
    @Pattern(regexp = Patterns.MOBILE)
    private final @Nullable String mobile;

    @Schema(description = "Where you keep the worker's consent to this change.", examples = "consent-2026-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String consentReference;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private CorrectionOrder(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.province = builder.province;
        this.name = builder.name;
        this.mobile = builder.mobile;
        this.consentReference = builder.consentReference;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.province = province;
        builder.name = name;
        builder.mobile = mobile;
        builder.consentReference = consentReference;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String province() {
        return province;
    }

    public @Nullable String name() {
        return name;
    }

    public @Nullable String mobile() {
        return mobile;
    }

    public String consentReference() {
        return consentReference;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, province, name, mobile, consentReference);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CorrectionOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "CorrectionOrder[" + partnerReference + "]";
    }

    /** Collects a {@link CorrectionOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String province;
        private @Nullable String name;
        private @Nullable String mobile;
        private @Nullable String consentReference;

        private Builder() {}

        /** The partner's own name for the order, unique among its changes. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** First two digits of its GB/T 2260 code. */
        public Builder province(String province) {
            this.province = province;
            return this;
        }

        /** The right name, as on the certificate. */
        public Builder name(String name) {
            this.name = Given.value(name, "name");
            return this;
        }

        /** The right mobile number. */
        public Builder mobile(String mobile) {
            this.mobile = Given.value(mobile, "mobile");
            return this;
        }

        /** Where the partner keeps the worker's consent to this change. */
        public Builder consentReference(String consentReference) {
            this.consentReference = consentReference;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public CorrectionOrder build() {
            Required.given(partnerReference, "CorrectionOrder", "partnerReference");
            Required.given(province, "CorrectionOrder", "province");
            Required.given(consentReference, "CorrectionOrder", "consentReference");
            return new CorrectionOrder(this);
        }
    }
}
