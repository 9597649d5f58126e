package io.tongban.api.cover;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a worker is covered for from one day to another.
 *
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param from first day
 * @param to last day
 * @param insurances one entry an insurance and province
 */
@Schema(description = "What a worker is covered for from one day to another.")
public record WorkerCover(
        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, description = "First day.", examples = "2025-12-01")
        LocalDate from,

        @Schema(required = true, description = "Last day.", examples = "2026-11-30")
        LocalDate to,

        @Schema(required = true, description = "One entry an insurance and province.")
        List<InsuranceCover> insurances) {}
