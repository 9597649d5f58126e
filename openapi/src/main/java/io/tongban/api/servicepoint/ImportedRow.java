package io.tongban.api.servicepoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param row its number; the head is row 1
 * @param reference as the row names the point, where that can be read
 * @param outcome what became of it
 * @param column the first column that is wrong, of a row that is refused
 * @param refusal why it is refused
 */
@Schema(description = "What became of a row.")
public record ImportedRow(
        @Schema(required = true, description = "Its number; the head is row 1.", examples = "2")
        int row,

        @Schema(description = "As the row names the point, where that can be read.", examples = "gz-001") @Nullable
        String reference,

        @Schema(required = true) RowOutcome outcome,

        @Schema(description = "The first column that is wrong, of a row that is refused.", examples = "hours") @Nullable
        String column,

        @Schema @Nullable RowRefusal refusal) {}
