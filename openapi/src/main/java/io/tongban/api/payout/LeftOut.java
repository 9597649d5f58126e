package io.tongban.api.payout;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An insurance of the mandate of which nothing is taken from a payout.
 *
 * @param insurance insurance kind with its code system, such as {@code AAE140:310}
 * @param reason why
 */
@Schema(description = "An insurance of the mandate of which nothing is taken from a payout.")
public record LeftOut(
        @Schema(required = true, examples = "AAE140:310") String insurance,
        @Schema(required = true) ReturnReason reason) {}
