package io.tongban.api.status;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a worker is insured for.
 *
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param insurances one entry an insurance and province
 */
@Schema(description = "What a worker is insured for.")
public record WorkerStatus(
        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, description = "One entry an insurance and province.")
        List<InsuranceStatus> insurances) {}
