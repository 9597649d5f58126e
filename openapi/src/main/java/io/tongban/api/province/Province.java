package io.tongban.api.province;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A province: what it takes, whether it is open, and how long an outcome takes.
 *
 * @param code first two digits of its GB/T 2260 code
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param dialect how the gateway talks to it, such as {@code soap} or {@code file}; for information. More words may
 *     come
 * @param insurances insurances that can be withheld for, by code
 * @param capabilities how it takes what it can be asked for
 * @param open whether its system takes calls now, by its hours and calendar. While it does not, what is accepted
 *     waits
 * @param until when {@code open} changes next; absent where it does not by itself
 * @param state what the agency lets pass
 * @param health how the last calls went
 * @param typicalOutcomeSeconds from acceptance to outcome, seconds: the median of the last withholdings, or what
 *     the province is known for while none was measured
 * @param expectedBy when a withholding that is accepted now will have its outcome, as things usually go; absent
 *     while the province is PAUSED or OFF
 * @param waiting how many withholdings and registrations of all partners wait for the province
 */
@Schema(description = "A province: what it takes, whether it is open, and how long an outcome takes.")
public record Province(
        @Schema(required = true, description = "First two digits of its GB/T 2260 code.", examples = "44")
        String code,

        @Schema(required = true, examples = "广东") String nameZh,
        @Schema(required = true, examples = "Guangdong") String nameEn,

        @Schema(
                required = true,
                description =
                        "How the gateway talks to it, such as `soap` or `file`; for information. More words may come.",
                examples = "soap")
        String dialect,

        @Schema(
                required = true,
                description = "Insurances that can be withheld for, by code.",
                examples = "[\"AAE140:110\"]")
        List<String> insurances,

        @Schema(required = true) ProvinceCapabilities capabilities,

        @Schema(
                required = true,
                description =
                        "Whether its system takes calls now, by its hours and calendar. While it does not, what is accepted waits.")
        boolean open,

        @Schema(
                description = "When `open` changes next; absent where it does not by itself.",
                examples = "2026-11-23T10:00:00Z")
        @Nullable
        Instant until,

        @Schema(required = true) ProvinceState state,
        @Schema(required = true) ProvinceHealth health,

        @Schema(
                required = true,
                description =
                        "From acceptance to outcome, seconds: the median of the last withholdings, or what the province is known"
                                + " for while none was measured.",
                examples = "4")
        long typicalOutcomeSeconds,

        @Schema(
                description =
                        "When a withholding that is accepted now will have its outcome, as things usually go; absent while the"
                                + " province is PAUSED or OFF.",
                examples = "2026-11-23T08:00:04Z")
        @Nullable
        Instant expectedBy,

        @Schema(
                required = true,
                description = "How many withholdings and registrations of all partners wait for the province.",
                examples = "17")
        long waiting) {}
