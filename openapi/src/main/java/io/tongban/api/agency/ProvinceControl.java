package io.tongban.api.agency;

import io.tongban.api.province.ProvinceState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the agency lets pass to a province, and who decided it.")
public record ProvinceControl(
        @Schema(required = true, examples = "44") String code,
        @Schema(required = true) ProvinceState state,

        @Schema(required = true, examples = "The province moves its system until Monday")
        String reason,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "Client id of the operator.", examples = "tongban-agency")
        String changedBy) {}
