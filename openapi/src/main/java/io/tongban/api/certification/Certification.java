package io.tongban.api.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run in which a partner shows that its program is right.
 *
 * @param id the gateway's name of it
 * @param suite what is shown
 * @param version of the suite
 * @param startedAt what came before does not count
 * @param endsAt what comes from then on does not count
 * @param endedAt when its report was first asked for, or when its day was over; null if absent, while it runs
 * @param cases each with what was seen until now; once there is a report, as that says
 * @param approvals given by agencies, by province; also those that have ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A run in which a partner shows that its program is right.")
public record Certification(
        @Schema(required = true, examples = "crt_01kandb7vq5zrp5nh3qj8m2c5c")
        String id,

        @Schema(required = true, description = "What is shown.", examples = "platform")
        String suite,

        @Schema(required = true, description = "Of the suite.", examples = "1")
        String version,

        @Schema(required = true, description = "What came before does not count.")
        Instant startedAt,

        @Schema(required = true, description = "What comes from then on does not count.")
        Instant endsAt,

        @Schema(description = "When its report was first asked for, or when its day was over; absent while it runs.")
        @Nullable
        Instant endedAt,

        @Schema(
                required = true,
                description = "Each with what was seen until now; once there is a report, as that says.")
        List<CertificationCase> cases,

        @Schema(required = true, description = "Given by agencies, by province; also those that have ended.")
        List<CertificationApproval> approvals) {}
