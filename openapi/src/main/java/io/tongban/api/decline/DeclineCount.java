package io.tongban.api.decline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many declined for one reason.
 *
 * @param province first two digits of the GB/T 2260 code of where the work is
 * @param sector sector of the work
 * @param reason why, in the words of the survey
 * @param count ten or more
 */
@Schema(description = "How many declined for one reason, in one sector of one province.")
public record DeclineCount(
        @Schema(required = true, examples = "44") String province,
        @Schema(required = true) Sector sector,
        @Schema(required = true) DeclineReason reason,

        @Schema(
                required = true,
                minimum = "10",
                description = "Ten or more: what is less is not told.",
                examples = "37")
        long count) {}
