package io.tongban.api.agency;

import io.tongban.api.province.ProvinceState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the agency lets pass to a province, and who decided it.
 *
 * @param code first two digits of its GB/T 2260 code, such as {@code 44}
 * @param state what the agency lets pass
 * @param reason what the operator gave for it
 * @param changedAt since when it holds
 * @param changedBy client id of the operator
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "What the agency lets pass to a province, and who decided it.")
public record ProvinceControl(
        @Schema(required = true, examples = "44") String code,
        @Schema(required = true) ProvinceState state,

        @Schema(required = true, examples = "The province moves its system until Monday")
        String reason,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "Client id of the operator.", examples = "tongban-agency")
        String changedBy,

        @Schema(
                required = true,
                minimum = "1",
                description = "Rises by every change; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
