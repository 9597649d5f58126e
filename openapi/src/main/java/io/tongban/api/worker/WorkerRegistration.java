package io.tongban.api.worker;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Silent in {@link #toString()}: it holds personal data. */
@Schema(description = "A worker to register, and the province to insure the worker in.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class WorkerRegistration {
    @Schema(description = "The partner's own name for the worker, unique at the partner.", examples = "rider-a-17")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String partnerReference;

    @Schema(
            description =
                    "Citizen number, GB 11643, 18 characters. Region, birth date and check character are checked.",
            examples = "11010519491231002X")
    @NotNull
    @Pattern(regexp = Patterns.CITIZEN_NUMBER)
    private final String citizenNumber;

    @Schema(description = "Name as on the identity card.", examples = "李秀英")
    @NotNull
    @Pattern(regexp = Patterns.NAME)
    private final String name;

    @Schema(description = "Mobile number, mainland China.", examples = "13900000017")
    @NotNull
    @Pattern(regexp = Patterns.MOBILE)
    private final String mobile;

    @Schema(
            description = "Province to insure in: first two digits of the GB/T 2260 division code, or 66 for the XPCC.",
            examples = "44")
    @NotNull
    @Pattern(regexp = Patterns.PROVINCE)
    private final String province;

    @Schema(description = "Why this province.")
    @NotNull
    private final InsuredPlace place;

    @Schema(description = "Sector of the work, free text of the partner's.", examples = "food-delivery")
    @Pattern(regexp = Patterns.LINE_40)
    private final @Nullable String sector;

    @Schema(
            description =
                    "Reference of the worker's separate consent to the handling and handing on of sensitive personal data, kept by the partner.",
            examples = "consent-2026-000017")
    @NotNull
    @Pattern(regexp = Patterns.REFERENCE)
    private final String consentReference;

    @Schema(
            description =
                    "What the worker chose to be insured for, each insurance once: as soon as the province has registered the worker, each is enrolled for there, from the earliest month on. Each is a change of the worker (`ENROL`) with an outcome and an event of its own, and bears the enrolment's id as its partnerReference. Without it the worker is registered, and insured by what is withheld.")
    @Size(max = 9)
    private final List<@NotNull @Valid InsuranceChoice> insurances;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private WorkerRegistration(Builder builder) {
        this.partnerReference = builder.partnerReference;
        this.citizenNumber = builder.citizenNumber;
        this.name = builder.name;
        this.mobile = builder.mobile;
        this.province = builder.province;
        this.place = builder.place;
        this.sector = builder.sector;
        this.consentReference = builder.consentReference;
        this.insurances = Required.copied(builder.insurances);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.partnerReference = partnerReference;
        builder.citizenNumber = citizenNumber;
        builder.name = name;
        builder.mobile = mobile;
        builder.province = province;
        builder.place = place;
        builder.sector = sector;
        builder.consentReference = consentReference;
        builder.insurances = insurances;
        return builder;
    }

    public String partnerReference() {
        return partnerReference;
    }

    public String citizenNumber() {
        return citizenNumber;
    }

    public String name() {
        return name;
    }

    public String mobile() {
        return mobile;
    }

    public String province() {
        return province;
    }

    public InsuredPlace place() {
        return place;
    }

    public @Nullable String sector() {
        return sector;
    }

    public String consentReference() {
        return consentReference;
    }

    public List<@NotNull @Valid InsuranceChoice> insurances() {
        return insurances;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(
                partnerReference, citizenNumber, name, mobile, province, place, sector, consentReference, insurances);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkerRegistration that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "WorkerRegistration[" + partnerReference + "]";
    }

    /** Collects a {@link WorkerRegistration}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String partnerReference;
        private @Nullable String citizenNumber;
        private @Nullable String name;
        private @Nullable String mobile;
        private @Nullable String province;
        private @Nullable InsuredPlace place;
        private @Nullable String sector;
        private @Nullable String consentReference;
        private @Nullable List<@NotNull @Valid InsuranceChoice> insurances;

        private Builder() {}

        /** The partner's own name for the worker, unique at the partner. */
        public Builder partnerReference(String partnerReference) {
            this.partnerReference = partnerReference;
            return this;
        }

        /** Citizen number, GB 11643, 18 characters. Region, birth date and check character are checked. */
        public Builder citizenNumber(String citizenNumber) {
            this.citizenNumber = citizenNumber;
            return this;
        }

        /** Name as on the identity card. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Mobile number, mainland China. */
        public Builder mobile(String mobile) {
            this.mobile = mobile;
            return this;
        }

        /** Province to insure in: first two digits of the GB/T 2260 division code, or 66 for the XPCC. */
        public Builder province(String province) {
            this.province = province;
            return this;
        }

        /** Why this province. */
        public Builder place(InsuredPlace place) {
            this.place = place;
            return this;
        }

        /** Sector of the work, free text of the partner's. Optional. */
        public Builder sector(@Nullable String sector) {
            this.sector = sector;
            return this;
        }

        /** Reference of the worker's separate consent to the handling and handing on of sensitive personal data, kept by the partner. */
        public Builder consentReference(String consentReference) {
            this.consentReference = consentReference;
            return this;
        }

        /** What the worker chose to be insured for, enrolled for once the province has registered the worker. Optional. */
        public Builder insurances(List<InsuranceChoice> insurances) {
            this.insurances = List.copyOf(Given.values(insurances, "insurances"));
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public WorkerRegistration build() {
            Required.given(partnerReference, "WorkerRegistration", "partnerReference");
            Required.given(citizenNumber, "WorkerRegistration", "citizenNumber");
            Required.given(name, "WorkerRegistration", "name");
            Required.given(mobile, "WorkerRegistration", "mobile");
            Required.given(province, "WorkerRegistration", "province");
            Required.given(place, "WorkerRegistration", "place");
            Required.given(consentReference, "WorkerRegistration", "consentReference");
            return new WorkerRegistration(this);
        }
    }
}
