package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What both sides have of one command and insurance on a day.
 *
 * @param command what was done
 * @param insurance HRSS AAE140 code, such as {@code AAE140:110}
 * @param ourCount how many we have
 * @param ourFen their sum, whole fen
 * @param theirCount how many the province has
 * @param theirFen their sum, whole fen
 */
@Schema(description = "What both sides have of one command and insurance on a day.")
public record DaySum(
        @Schema(required = true) DayCommand command,

        @Schema(required = true, examples = "AAE140:110") String insurance,

        @Schema(required = true, description = "How many we have.", examples = "1200")
        long ourCount,

        @Schema(required = true, description = "Their sum, whole fen.", examples = "132240000")
        long ourFen,

        @Schema(required = true, description = "How many the province has.", examples = "1200")
        long theirCount,

        @Schema(required = true, description = "Their sum, whole fen.", examples = "132240000")
        long theirFen) {}
