package io.tongban.api.worker;

import io.tongban.api.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Silent in {@link #toString()}: it holds personal data. */
@Schema(description = "A worker to register, and the province to insure the worker in.")
public record WorkerRegistration(
        @Schema(
                description = "The partner's own name for the worker, unique at the partner.",
                examples = "rider-000017")
        @NotNull
        @Pattern(regexp = Patterns.REFERENCE)
        String partnerReference,

        @Schema(
                description =
                        "Citizen number, GB 11643, 18 characters. Region, birth date and check character are checked.",
                examples = "11010519491231002X")
        @NotNull
        @Pattern(regexp = Patterns.CITIZEN_NUMBER)
        String citizenNumber,

        @Schema(description = "Name as on the identity card.", examples = "李秀英") @NotNull @Size(min = 1, max = 50)
        String name,

        @Schema(description = "Mobile number, mainland China.", examples = "13900000017")
        @NotNull
        @Pattern(regexp = Patterns.MOBILE)
        String mobile,

        @Schema(
                description =
                        "Province to insure in: first two digits of the GB/T 2260 division code, or 66 for the XPCC.",
                examples = "44")
        @NotNull
        @Pattern(regexp = Patterns.PROVINCE)
        String province,

        @Schema(description = "Why this province.") @NotNull InsuredPlace place,

        @Schema(description = "Sector of the work, free text of the partner's.", examples = "food-delivery")
        @Size(max = 40)
        @Nullable
        String sector,

        @Schema(
                description =
                        "Reference of the worker's separate consent to the handling and handing on of sensitive personal data, kept by the partner.",
                examples = "consent-2026-000017")
        @NotNull
        @Pattern(regexp = Patterns.REFERENCE)
        String consentReference) {
    @Override
    public String toString() {
        return "WorkerRegistration[" + partnerReference + "]";
    }
}
