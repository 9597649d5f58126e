package io.tongban.api.subsidy;

import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.PolicyMark;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a platform refunds a worker of a month, by the rule.
 *
 * @param id the gateway's name of it, such as {@code sub_01kandb7vq5zrp5nh3qj8m2c6b}
 * @param partnerReference the partner's own name for it
 * @param proof that the month is paid
 * @param workPlace division whose lowest base counts
 * @param floorBaseFen lowest base there in that month, whole fen
 * @param monthsReached months, of those that the rule looks at, in which the income reached the lowest base
 * @param amountFen what the worker is due from the platform, whole fen
 * @param rule id of the entry that says which share
 * @param source who says so
 * @param mark the weakest of all rules behind it
 * @param provisional whether a rule behind it is past its review
 * @param claimedAt when it was claimed
 * @param text a sentence ready to be shown
 */
@Schema(description = "What a platform refunds a worker of a month, by the rule.")
public record SubsidyClaim(
        @Schema(required = true, examples = "sub_01kandb7vq5zrp5nh3qj8m2c6b")
        String id,

        @Schema(required = true, examples = "subsidy-2026-11-000017")
        String partnerReference,

        @Schema(required = true) ContributionProof proof,
        @Schema(required = true, examples = "440106") String workPlace,

        @Schema(required = true, description = "Lowest base at the work place in that month.", examples = "551000")
        long floorBaseFen,

        @Schema(
                required = true,
                description = "In how many of the months that the rule looks at the income reached the lowest base.",
                examples = "3")
        int monthsReached,

        @Schema(required = true, description = "What the worker is due from you.", examples = "55100")
        long amountFen,

        @Schema(required = true, examples = "00-subsidy-share")
        String rule,

        @Schema(required = true, description = "Who says so.")
        String source,

        @Schema(required = true) PolicyMark mark,

        @Schema(required = true, description = "Whether a rule behind it is past its review.")
        boolean provisional,

        @Schema(required = true) Instant claimedAt,
        @Schema(required = true) CoverText text) {}
