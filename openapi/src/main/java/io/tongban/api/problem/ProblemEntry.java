package io.tongban.api.problem;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An entry of the problem catalogue.")
public record ProblemEntry(
        @Schema(required = true, examples = "https://tongban.io/problems/field-unknown")
        URI type,

        @Schema(required = true, examples = "field-unknown") String code,
        @Schema(required = true, examples = "400") int status,

        @Schema(required = true, examples = "A field is not known")
        String title,

        @Schema(required = true, examples = "存在未知字段") String titleZh,
        @Schema(required = true) ProblemSource source,
        @Schema(required = true) boolean retryable,

        @Schema(
                required = true,
                description = "What to do about it.",
                examples = "Remove the field, or correct its spelling.")
        String advice) {
    public static ProblemEntry of(ProblemType type) {
        return new ProblemEntry(
                type.uri(),
                type.code(),
                type.status(),
                type.title(),
                type.titleZh(),
                type.source(),
                type.retryable(),
                type.advice());
    }
}
