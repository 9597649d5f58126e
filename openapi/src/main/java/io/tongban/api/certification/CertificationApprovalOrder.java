package io.tongban.api.certification;

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

@Schema(description = "Approves a certification for a province.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CertificationApprovalOrder {
    @Schema(description = "Where it is to count, first two digits of the GB/T 2260 code.", examples = "44")
    @NotNull
    @Pattern(regexp = Patterns.PROVINCE)
    private final String province;

    @Schema(
            description =
                    "Of the report that you were shown, the compact JWS, written as in Content-Digest (RFC 9530); refused unless it is the report that the gateway signed. The page for people says it, too.",
            examples = "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:")
    @Pattern(regexp = Patterns.SHA_256)
    private final @Nullable String reportDigest;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private CertificationApprovalOrder(Builder builder) {
        this.province = builder.province;
        this.reportDigest = builder.reportDigest;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.province = province;
        builder.reportDigest = reportDigest;
        return builder;
    }

    public String province() {
        return province;
    }

    public @Nullable String reportDigest() {
        return reportDigest;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(province, reportDigest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CertificationApprovalOrder that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "CertificationApprovalOrder[" + province + "]";
    }

    /** Collects a {@link CertificationApprovalOrder}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String province;
        private @Nullable String reportDigest;

        private Builder() {}

        /** Required: two digits. */
        public Builder province(String province) {
            this.province = province;
            return this;
        }

        /** Of the report that was shown, as in Content-Digest: {@code sha-256=:…:}. */
        public Builder reportDigest(String reportDigest) {
            this.reportDigest = Given.value(reportDigest, "reportDigest");
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public CertificationApprovalOrder build() {
            Required.given(province, "CertificationApprovalOrder", "province");
            return new CertificationApprovalOrder(this);
        }
    }
}
