package io.tongban.api.decline;

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

@Schema(description = "That a worker does not want to be insured, and why. No name and no number.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class DeclineReport {
    @Schema(description = "Your own name for it; each counts once.", examples = "decline-2026-11-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(description = "Where the work is: first two digits of the GB/T 2260 division code.", examples = "44")
    @NotNull
    @Pattern(regexp = Patterns.PROVINCE)
    private final String province;

    @Schema(description = "Sector of the work.")
    @NotNull
    private final Sector sector;

    @Schema(description = "Why, in the words of the survey.")
    @NotNull
    private final DeclineReason reason;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // by wire anything may be missing; validation says so then
    private DeclineReport(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.province = builder.province;
        this.sector = builder.sector;
        this.reason = builder.reason;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.province = province;
        builder.sector = sector;
        builder.reason = reason;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String province() {
        return province;
    }

    public Sector sector() {
        return sector;
    }

    public DeclineReason reason() {
        return reason;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(partnerReference, province, sector, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeclineReport that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "DeclineReport[" + sector + ", " + reason + "]";
    }

    /** Collects a {@link DeclineReport}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String province;
        private @Nullable Sector sector;
        private @Nullable DeclineReason reason;

        private Builder() {}

        /** Your own name for it; each counts once. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Where the work is: first two digits of the GB/T 2260 division code. */
        public Builder province(String province) {
            this.province = province;
            return this;
        }

        /** Sector of the work. */
        public Builder sector(Sector sector) {
            this.sector = sector;
            return this;
        }

        /** Why, in the words of the survey. */
        public Builder reason(DeclineReason reason) {
            this.reason = reason;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public DeclineReport build() {
            Required.all("DeclineReport", "partnerReference", partnerReference, "province", province);
            Required.all("DeclineReport", "sector", sector, "reason", reason);
            return new DeclineReport(this);
        }
    }
}
