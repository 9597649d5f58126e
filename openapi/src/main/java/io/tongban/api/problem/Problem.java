package io.tongban.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document, RFC 9457. Decide by {@code code}, never by the texts.
 *
 * @param type stable; the page behind it explains the problem
 * @param code stable code of the problem catalogue, such as {@code field-unknown}; decide by it
 * @param title in English, for people
 * @param titleZh the same in Chinese
 * @param status HTTP status
 * @param detail what was wrong this time; never holds personal data; null if absent
 * @param source who has to act
 * @param retryable whether the same request, sent again later, may succeed
 * @param pointer JSON pointer (RFC 6901) to the offending field of the request body; null if absent
 * @param parameter name of the offending header field, path or query parameter; absent where the body offends, and
 *     where the name is not one
 * @param traceId w3C trace id, 32 hex digits; name it when you ask for help
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A problem document, RFC 9457. Decide by `code`, never by the texts.")
public record Problem(
        @Schema(
                required = true,
                description = "Stable; the page behind it explains the problem.",
                examples = "https://tongban.io/problems/field-unknown")
        URI type,

        @Schema(required = true, examples = "field-unknown") String code,

        @Schema(required = true, examples = "A field is not known")
        String title,

        @Schema(required = true, examples = "存在未知字段") String titleZh,
        @Schema(required = true, examples = "400") int status,

        @Schema(
                description = "What was wrong this time; never holds personal data.",
                examples = "nickname is not a field of WorkerRegistration")
        @Nullable
        String detail,

        @Schema(required = true) ProblemSource source,

        @Schema(required = true, description = "Whether the same request, sent again later, may succeed.")
        boolean retryable,

        @Schema(
                description = "JSON pointer (RFC 6901) to the offending field of the request body.",
                examples = "/nickname")
        @Nullable
        String pointer,

        @Schema(
                description =
                        "Name of the offending header field, path or query parameter; absent where the body offends, and where"
                                + " the name is not one.",
                examples = "limit")
        @Nullable
        String parameter,

        @Schema(
                required = true,
                description = "W3C trace id, 32 hex digits; name it when you ask for help.",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId)
        implements Serializable {
    private static final long serialVersionUID = 1;
}
