package io.tongban.api.requestlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request of yours and what it was answered; nothing of its body or query is kept.
 *
 * @param id the gateway's name of it
 * @param at when it came
 * @param method as sent
 * @param route the path of the contract that it was for; {@code none} for any other
 * @param subjectId the thing that it was about, or that it made; null if absent
 * @param status of the answer; 0 if the connection went before there was one
 * @param code of the problem that it was answered with; null if absent
 * @param detail of that problem; null if absent
 * @param pointer of that problem; null if absent
 * @param parameter of that problem; null if absent
 * @param traceId w3C trace id, as in the problem
 * @param millis how long the answer took
 * @param signatureBase where the signature was refused: the base that the gateway computed, which your program must
 *     have signed octet for octet; in place of the token stands its digest, and of a personal number stars. Absent in
 *     lists, and where none could be computed; null if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A request of yours and what it was answered; nothing of its body or query is kept.")
public record LoggedRequest(
        @Schema(required = true, examples = "req_01kandb7vq5zrp5nh3qj8m2c53")
        String id,

        @Schema(required = true) Instant at,
        @Schema(required = true, examples = "POST") String method,

        @Schema(
                required = true,
                description = "The path of the contract that it was for; `none` for any other.",
                examples = "/v1/withholdings")
        String route,

        @Schema(
                description = "The thing that it was about, or that it made.",
                examples = "wh_01kandb7vq5zrp5nh3qj8m2c50")
        @Nullable
        String subjectId,

        @Schema(
                required = true,
                description = "Of the answer; 0 if the connection went before there was one.",
                examples = "401")
        int status,

        @Schema(description = "Of the problem that it was answered with.", examples = "signature-invalid") @Nullable
        String code,

        @Schema(description = "Of that problem.", examples = "The signature does not verify under the key it names")
        @Nullable
        String detail,

        @Schema(description = "Of that problem.", examples = "/nickname") @Nullable
        String pointer,

        @Schema(description = "Of that problem.", examples = "limit") @Nullable
        String parameter,

        @Schema(
                required = true,
                description = "W3C trace id, as in the problem.",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Schema(required = true, description = "How long the answer took.", examples = "12")
        long millis,

        @Schema(
                description =
                        "Where the signature was refused: the base that the gateway computed, which your program must have signed octet for octet; in place of the token stands its digest, and of a personal number stars. Absent in lists, and where none could be computed.",
                examples = "\"@method\": GET")
        @Nullable
        String signatureBase) {}
