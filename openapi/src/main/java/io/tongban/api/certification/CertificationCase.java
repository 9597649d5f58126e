package io.tongban.api.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a partner's program is to do, and what was seen of it.
 *
 * @param name of the case in its suite
 * @param title what the program is to do
 * @param titleZh the same in Chinese
 * @param verdict what the gateway saw
 * @param detail why it failed, or what is missing; null if absent
 * @param requestId the request that shows it, to be looked up in the request log; null if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that a partner's program is to do, and what was seen of it.")
public record CertificationCase(
        @Schema(required = true, description = "Of the case in its suite.", examples = "lost-answer-withhold")
        String name,

        @Schema(required = true, examples = "Repeats a withholding whose answer was lost under the same key")
        String title,

        @Schema(required = true, examples = "代扣应答丢失后以相同幂等键重发")
        String titleZh,

        @Schema(required = true) CaseVerdict verdict,

        @Schema(
                description = "Why it failed, or what is missing.",
                examples = "The same request came again under another key")
        @Nullable
        String detail,

        @Schema(
                description = "The request that shows it, to be looked up in the request log.",
                examples = "req_01kandb7vq5zrp5nh3qj8m2c53")
        @Nullable
        String requestId) {}
