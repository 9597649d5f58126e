package io.tongban.sdk.fake;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.subsidy.ContributionProof;
import io.tongban.api.subsidy.MonthlyIncome;
import io.tongban.api.subsidy.ProofRequest;
import io.tongban.api.subsidy.ProofSource;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.subsidy.SubsidyClaimList;
import io.tongban.api.subsidy.SubsidyClaimOrder;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proofs and claims. The fake knows one rule: half of the contribution on a lowest base of 5510 yuan, reached in the month
 * and in three of the last six.
 */
final class SubsidyOperations {
    private static final String PATH = "/v1/workers/{workerId}";
    private static final String PENSION = "AAE140:110";
    private static final long FLOOR_FEN = 551_000;
    private static final long REFUND_FEN = 55_100;
    private static final int MONTHS = 6;
    private static final int REACHED = 3;

    private final List<Kept> claims = new ArrayList<>();
    private final WorkerOperations workers;
    private final WithholdingBook book;
    private final Clock clock;
    private final Ids ids;

    SubsidyOperations(WorkerOperations workers, WithholdingBook book, Clock clock, Ids ids) {
        this.workers = workers;
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    private record Kept(String clientId, SubsidyClaim claim) {}

    List<Route> routes() {
        return List.of(
                new Route("POST", PATH + "/contribution-proofs", Scopes.STATUS_READ, 200, false, this::prove),
                Route.effect("POST", PATH + "/subsidy-claims", Scopes.WORKERS_WRITE, 201, this::claim),
                Route.read(PATH + "/subsidy-claims", Scopes.STATUS_READ, this::list));
    }

    private ContributionProof prove(Request request) {
        ProofRequest asked = request.body(ProofRequest.class);
        Checks.matches(asked.insurance(), Patterns.INSURANCE, "/insurance");
        Checks.matches(asked.consentReference(), Patterns.REFERENCE, "/consentReference");
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        requireConsenting(worker, asked.consentReference());
        return proof(worker, asked.insurance(), asked.period());
    }

    private static void requireConsenting(KeptWorker worker, String consent) {
        if (!References.saySomething(consent)) {
            throw Refused.at(ProblemType.REFERENCE_SAYS_NOTHING, "/consentReference");
        }
        if (worker.enrolled().isEmpty()) {
            throw Refused.with(
                    worker.isLive()
                            ? ProblemType.WORKER_REGISTRATION_PENDING
                            : ProblemType.WORKER_NOT_REGISTERED_THERE);
        }
    }

    private ContributionProof proof(KeptWorker worker, String insurance, YearMonth period) {
        String province = book.provinceOfConfirmed(worker.person(), insurance, period)
                .orElseThrow(() -> Refused.at(ProblemType.CONTRIBUTION_NOT_CONFIRMED, "/period"));
        return new ContributionProof(worker.id(), insurance, period, province, ProofSource.GATEWAY, clock.instant());
    }

    private SubsidyClaim claim(Request request) {
        SubsidyClaimOrder order = request.body(SubsidyClaimOrder.class);
        Checks.matches(order.partnerReference(), Patterns.REFERENCE, "/partnerReference");
        Checks.matches(order.insurance(), Patterns.INSURANCE, "/insurance");
        Checks.matches(order.workPlace(), Patterns.DIVISION, "/workPlace");
        Checks.matches(order.consentReference(), Patterns.REFERENCE, "/consentReference");
        Map<YearMonth, Long> incomes = incomes(order);
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        List<SubsidyClaim> own = claims.stream()
                .filter(each -> each.clientId().equals(request.clientId()))
                .map(Kept::claim)
                .toList();
        if (own.stream().anyMatch(each -> each.partnerReference().equals(order.partnerReference()))) {
            throw Refused.at(ProblemType.REFERENCE_USED, "/partnerReference");
        }
        requireConsenting(worker, order.consentReference());
        if (!order.insurance().equals(PENSION)) {
            throw Refused.at(ProblemType.RULE_UNKNOWN, "/insurance");
        }
        int reached = reached(order, incomes);
        // Last: who claims what is not due anyway must not hear whether the month is paid.
        ContributionProof proof = proof(worker, order.insurance(), order.period());
        if (own.stream()
                .anyMatch(each -> each.proof().workerId().equals(worker.id())
                        && each.proof().period().equals(order.period()))) {
            throw Refused.at(ProblemType.SUBSIDY_ALREADY_CLAIMED, "/period");
        }
        SubsidyClaim claim = new SubsidyClaim(
                ids.next("sub_"),
                order.partnerReference(),
                proof,
                order.workPlace(),
                FLOOR_FEN,
                reached,
                REFUND_FEN,
                "00-subsidy-share",
                "The fake's own rule",
                PolicyMark.ASSUMED,
                false,
                clock.instant(),
                new CoverText("平台补贴551.00元。", "The platform refunds 551.00 yuan."));
        claims.add(0, new Kept(request.clientId(), claim));
        return claim;
    }

    private static int reached(SubsidyClaimOrder order, Map<YearMonth, Long> incomes) {
        int reached = 0;
        for (int back = 0; back < MONTHS; back++) {
            reached += incomes.getOrDefault(order.period().minusMonths(back), 0L) >= FLOOR_FEN ? 1 : 0;
        }
        if (reached < REACHED || incomes.getOrDefault(order.period(), 0L) < FLOOR_FEN) {
            throw Refused.at(ProblemType.INCOME_BELOW_FLOOR, "/incomes");
        }
        return reached;
    }

    private static Map<YearMonth, Long> incomes(SubsidyClaimOrder order) {
        Map<YearMonth, Long> incomes = new HashMap<>();
        for (int i = 0; i < order.incomes().size(); i++) {
            MonthlyIncome each = order.incomes().get(i);
            if (incomes.put(each.period(), each.incomeFen()) != null) {
                throw Refused.at(ProblemType.FIELD_INVALID, "/incomes/" + i + "/period");
            }
        }
        return incomes;
    }

    private SubsidyClaimList list(Request request) {
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        return new SubsidyClaimList(claims.stream()
                .map(Kept::claim)
                .filter(each -> each.proof().workerId().equals(worker.id()))
                .toList());
    }
}
