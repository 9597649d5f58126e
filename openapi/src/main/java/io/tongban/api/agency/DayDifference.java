package io.tongban.api.agency;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row in which the books of a day differ. Holds no personal data.
 *
 * @param id the gateway's name of it, such as {@code rdf_01kandb7vq5zrp5nh3qj8m2c53}
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param day by the province's date of booking
 * @param command what was done
 * @param serial of the withholding; what is none of ours, as the province wrote it; {@code -} if it is about the day as a whole
 * @param reason {@code missing-there}, {@code unknown-here}, {@code amount-differs} or {@code sums-differ}
 * @param ourFen what we have, whole fen; absent where we have nothing
 * @param theirFen what the province has, whole fen; absent where it has nothing
 * @param withholdingId absent where no withholding of ours has the serial
 * @param foundAt when it was found first
 * @param goneAt since when it differs no more, or somebody has settled it; absent while it is open
 */
@Schema(description = "A row in which the books of a day differ. Holds no personal data.")
public record DayDifference(
        @Schema(required = true, examples = "rdf_01kandb7vq5zrp5nh3qj8m2c53")
        String id,

        @Schema(required = true, examples = "44") String province,

        @Schema(required = true, description = "By the province's date of booking.", examples = "2026-11-27")
        LocalDate day,

        @Schema(required = true) DayCommand command,

        @Schema(
                required = true,
                description =
                        "Of the withholding; what is none of ours, as the province wrote it; `-` if it is about the day as a whole.",
                examples = "2611270X3V8K2M4Q7T1W")
        String serial,

        @Schema(
                required = true,
                description =
                        "In one stable word. `missing-there`: the province has not what we have. `unknown-here`: we have not what the province has. `amount-differs`: it has another amount. `sums-differ`: the sums of the day differ, and no row does.",
                examples = "missing-there")
        String reason,

        @Schema(description = "What we have, whole fen; absent where we have nothing.", examples = "110200") @Nullable
        Long ourFen,

        @Schema(description = "What the province has, whole fen; absent where it has nothing.", examples = "110201")
        @Nullable
        Long theirFen,

        @Schema(
                description = "Absent where no withholding of ours has the serial.",
                examples = "wh_01kandb7vq5zrp5nh3qj8m2c50")
        @Nullable
        String withholdingId,

        @Schema(required = true, description = "When it was found first.")
        Instant foundAt,

        @Schema(description = "Since when it differs no more, or somebody has settled it; absent while it is open.")
        @Nullable
        Instant goneAt) {}
