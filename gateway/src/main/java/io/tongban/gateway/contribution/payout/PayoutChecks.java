package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateService;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.mandate.RecordedMandate;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.contribution.policy.CutOff;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Whether a payout may count, in the order in which a partner can mend. */
@ApplicationScoped
public class PayoutChecks {
    /** A million yuan. Nobody of those that this is for is paid so much at once: it is a slip of the decimal point. */
    private static final long MOST_EARNED_FEN = 100_000_000;

    private final MandateService mandates;
    private final ProvinceAdmission provinces;
    private final Policies policies;
    private final PayoutConfig config;
    private final Clock clock;

    @Inject
    public PayoutChecks(
            MandateService mandates, ProvinceAdmission provinces, Policies policies, PayoutConfig config, Clock clock) {
        this.mandates = mandates;
        this.provinces = provinces;
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /** Of one payout alone, without a look at anything. */
    void checkItself(PayoutRequest request) {
        if (request.earnedFen() <= 0 || request.earnedFen() > MOST_EARNED_FEN) {
            throw new ProblemException(
                    ProblemType.INCOME_IMPLAUSIBLE, "From 1 to " + MOST_EARNED_FEN + " fen", "/earnedFen");
        }
        if (request.paidOn().isAfter(policies.today())) {
            throw new ProblemException(ProblemType.PAYOUT_IN_FUTURE, "Today is " + policies.today(), "/paidOn");
        }
    }

    /** @return what it stands on; the mandate is kept from being revoked until the transaction ends */
    Reported stand(Handle handle, String clientId, PayoutRequest request) {
        Standing standing = mandates.stand(
                handle,
                clientId,
                request.workerId(),
                request.mandateId(),
                mandate -> mandate.permit(
                        request.workerId(), cutOff(mandate, request.paidOn()).month()));
        return reported(request, standing);
    }

    /** As {@link #stand}, for one more payout under a mandate that stands already. */
    Reported reported(PayoutRequest request, Standing standing) {
        RecordedMandate mandate = standing.mandate();
        PayoutTerms terms = mandate.payouts();
        if (terms == null) {
            throw new ProblemException(ProblemType.MANDATE_NOT_FOR_PAYOUTS, null, "/mandateId");
        }
        CutOff cutOff = cutOff(mandate, request.paidOn());
        mandate.permit(request.workerId(), cutOff.month());
        provinces.requireTaking(mandate.province(), "/mandateId");
        Set<InsuranceKind> offered =
                Set.copyOf(provinces.open(mandate.province(), "/mandateId").insurances());
        if (!cutOff.passed().plus(config.reportWithin()).isAfter(clock.instant())) {
            throw new ProblemException(
                    ProblemType.PAYOUT_MONTH_CLOSED, "Payouts for it ended on " + cutOff.lastDay(), "/paidOn");
        }
        Map<InsuranceKind, MonthlyContribution> contributions = new HashMap<>();
        Map<InsuranceKind, ProblemType> leftOut = new HashMap<>();
        List<ProblemException> refusals = new ArrayList<>();
        for (InsuranceKind insurance : mandate.insurances()) {
            try {
                standing.requirePayable(insurance, cutOff.month(), "/mandateId");
                contributions.put(insurance, contribution(mandate, insurance, terms, cutOff, offered));
            } catch (ProblemException refused) {
                // What can be taken for the others is taken.
                leftOut.put(insurance, refused.type());
                refusals.add(refused);
            }
        }
        if (contributions.isEmpty()) {
            throw refusals.get(0);
        }
        return new Reported(request, standing, terms, cutOff, contributions, leftOut);
    }

    private MonthlyContribution contribution(
            RecordedMandate mandate,
            InsuranceKind insurance,
            PayoutTerms terms,
            CutOff cutOff,
            Set<InsuranceKind> offered) {
        if (!offered.contains(insurance)) {
            throw new ProblemException(ProblemType.INSURANCE_NOT_OFFERED, null, "/mandateId");
        }
        return MonthlyContribution.of(
                policies.book(),
                mandate.province().value(),
                insurance.value(),
                terms.baseFen(),
                cutOff.month(),
                policies.today());
    }

    private CutOff cutOff(RecordedMandate mandate, LocalDate paidOn) {
        return CutOff.next(policies.book(), mandate.province().value(), paidOn, policies.today())
                .orElseThrow(() ->
                        new ProblemException(ProblemType.RULE_UNKNOWN, "The cut-off day after " + paidOn, "/paidOn"));
    }
}
