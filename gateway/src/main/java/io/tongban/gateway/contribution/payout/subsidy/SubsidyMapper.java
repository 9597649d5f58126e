package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.subsidy.ContributionProof;
import io.tongban.api.subsidy.MonthlyIncome;
import io.tongban.api.subsidy.ProofSource;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.subsidy.SubsidyClaimOrder;
import io.tongban.gateway.contribution.cover.OutlookText;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** From our records to the contract's. */
final class SubsidyMapper {
    private SubsidyMapper() {}

    static Claim fromWire(SubsidyClaimOrder order) {
        Map<YearMonth, Long> incomes = new HashMap<>();
        for (int i = 0; i < order.incomes().size(); i++) {
            MonthlyIncome each = order.incomes().get(i);
            if (incomes.put(each.period(), each.incomeFen()) != null) {
                throw new ProblemException(ProblemType.FIELD_INVALID, "Each month once", "/incomes/" + i + "/period");
            }
        }
        return new Claim(
                order.partnerReference(),
                new InsuranceKind(order.insurance()),
                order.period(),
                order.workPlace(),
                incomes,
                order.consentReference());
    }

    static ContributionProof toWire(Proof proof) {
        return new ContributionProof(
                proof.workerId(),
                proof.insurance().value(),
                proof.period(),
                proof.province().value(),
                proof.byProvince() ? ProofSource.PROVINCE : ProofSource.GATEWAY,
                proof.confirmedAt());
    }

    static SubsidyClaim toWire(SubsidyRecord claim) {
        return new SubsidyClaim(
                claim.id(),
                claim.reference(),
                toWire(claim.proof()),
                claim.workPlace(),
                claim.floorBaseFen(),
                claim.monthsReached(),
                claim.amountFen(),
                claim.rule(),
                claim.source(),
                PolicyMark.valueOf(claim.mark()),
                claim.provisional(),
                claim.claimedAt(),
                text(claim));
    }

    private static CoverText text(SubsidyRecord claim) {
        Proof proof = claim.proof();
        String yuan = BigDecimal.valueOf(claim.amountFen(), 2).toPlainString();
        OutlookText name = OutlookText.nameOf(proof.insurance().value());
        return new CoverText(
                String.format(
                        Locale.ROOT,
                        "您%d年%d月的%s费已缴，平台补贴%s元。",
                        proof.period().getYear(),
                        proof.period().getMonthValue(),
                        name.zh(),
                        yuan),
                name.en() + ": your contribution of " + proof.period() + " is paid; the platform refunds " + yuan
                        + " yuan.");
    }
}
