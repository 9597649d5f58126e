package io.tongban.api.servicepoint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an import, row by row.
 *
 * @param added rows with a point that is new
 * @param changed rows with a point that was otherwise before
 * @param unchanged rows that say what is known
 * @param refused rows of which nothing was taken
 * @param rows in the order of the file
 */
@Schema(description = "What became of an import, row by row.")
public record ServicePointImport(
        @Schema(required = true, description = "Rows with a point that is new.", examples = "1")
        int added,

        @Schema(required = true, description = "Rows with a point that was otherwise before.", examples = "0")
        int changed,

        @Schema(required = true, description = "Rows that say what is known.", examples = "0")
        int unchanged,

        @Schema(required = true, description = "Rows of which nothing was taken.", examples = "0")
        int refused,

        @Schema(required = true, description = "In the order of the file.")
        List<ImportedRow> rows) {}
