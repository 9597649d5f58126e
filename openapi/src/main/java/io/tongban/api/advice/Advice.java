package io.tongban.api.advice;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which insurances fit.
 *
 * @param asOf day whose rules count
 * @param knownAt day on which they were known; name both to have the same answer again
 * @param items each insurance that can be had, those that fit first
 */
@Schema(description = "Which insurances fit. The choice is the worker's.")
public record Advice(
        @Schema(required = true, description = "Day whose rules count.", examples = "2026-11-28")
        LocalDate asOf,

        @Schema(
                required = true,
                description = "Day on which they were known; name both to have the same answer again.",
                examples = "2026-11-28")
        LocalDate knownAt,

        @Schema(required = true, description = "Each insurance that can be had, those that fit first.")
        List<AdvisedInsurance> items) {}
