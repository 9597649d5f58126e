package io.tongban.sdk.fake;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.HeldUnder;
import io.tongban.api.payout.LeftOut;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.ReturnReason;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.fake.WithholdingBook.Month;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges payouts: whether one counts, for which month, and by which mandate. */
final class PayoutPlans {
    private static final long MOST_EARNED_FEN = 100_000_000;
    /** Not worth trying again at once, but it ends by itself: the money can be held for then. */
    private static final Set<ProblemType> PASSING = Set.of(ProblemType.PROVINCE_CLOSED, ProblemType.PROVINCE_UNKNOWN);

    private static final String PENSION = "AAE140:110";
    /** Of the bases anywhere, near enough: the gateway's figures are dated, and each province's own. */
    private static final long LOWEST_BASE_FEN = 380_000;

    private static final long HIGHEST_BASE_FEN = 3_780_000;

    private final Map<Month, CollectedMonth> months;
    private final FakeClock clock;
    private final WorkerOperations workers;
    private final MandateOperations mandates;
    private final WithholdingBook book;
    private final ChangeBook changes;
    private final InstructionBook instructions;

    /** @param months that are known; whoever keeps them adds to it */
    PayoutPlans(
            Map<Month, CollectedMonth> months,
            FakeClock clock,
            WorkerOperations workers,
            MandateOperations mandates,
            WithholdingBook book,
            ChangeBook changes,
            InstructionBook instructions) {
        this.months = months;
        this.clock = clock;
        this.workers = workers;
        this.mandates = mandates;
        this.book = book;
        this.changes = changes;
        this.instructions = instructions;
    }

    /** @param planned absent where all that was held under an instruction goes back */
    record Judged(PayoutOrder order, @Nullable Planned planned, Map<ProblemType, Long> returns) {}

    record Planned(Mandate mandate, CollectedMonth.Basis basis, CollectedMonth month) {}

    /**
     * Whether a payout counts, and what it stands on.
     *
     * @param fresh months that earlier payouts of the report open
     */
    Judged judged(String clientId, PayoutOrder order, Map<Month, CollectedMonth> fresh, String pointer) {
        checkItself(order, pointer);
        @Nullable HeldUnder held = order.heldUnder();
        if (held == null) {
            return new Judged(order, planned(clientId, order, fresh, pointer), Map.of());
        }
        instructions.check(clientId, order, held, pointer);
        try {
            return new Judged(order, planned(clientId, order, fresh, pointer), Map.of());
        } catch (Refused refused) {
            if (refused.type().retryable() || PASSING.contains(refused.type())) {
                throw refused;
            }
            return new Judged(order, null, held.heldFen() == 0 ? Map.of() : Map.of(refused.type(), held.heldFen()));
        }
    }

    private void checkItself(PayoutOrder order, String pointer) {
        Checks.form(order, pointer);
        LocalDate paidOn = day(order, pointer);
        if (order.earnedFen() <= 0 || order.earnedFen() > MOST_EARNED_FEN) {
            throw Refused.at(ProblemType.INCOME_IMPLAUSIBLE, pointer + "/earnedFen");
        }
        LocalDate today = LocalDate.now(clock.withZone(Provinces.SHANGHAI));
        if (paidOn.isAfter(today)) {
            throw Refused.at(ProblemType.PAYOUT_IN_FUTURE, pointer + "/paidOn");
        }
    }

    Planned planned(String clientId, PayoutOrder order, Map<Month, CollectedMonth> fresh, String pointer) {
        LocalDate paidOn = day(order, pointer);
        KeptWorker worker = workers.known(clientId, order.workerId(), pointer + "/workerId");
        YearMonth period = CollectedMonth.periodOf(paidOn);
        Mandate mandate = mandates.permitting(clientId, order.mandateId(), order.workerId(), period, pointer);
        @Nullable PayoutTerms terms = mandate.payouts();
        if (terms == null) {
            throw Refused.at(ProblemType.MANDATE_NOT_FOR_PAYOUTS, pointer + "/mandateId");
        }
        WithholdingOperations.requireEnrolled(worker, mandate, pointer + "/workerId");
        if (!mandate.insurances().contains(PENSION)) {
            throw Refused.at(ProblemType.RULE_UNKNOWN, pointer + "/mandateId");
        }
        if (terms.baseFen() < LOWEST_BASE_FEN || terms.baseFen() > HIGHEST_BASE_FEN) {
            throw Refused.at(ProblemType.BASE_OUTSIDE_LIMITS, pointer + "/mandateId");
        }
        if (!CollectedMonth.closesAt(period).isAfter(clock.instant())) {
            throw Refused.at(ProblemType.PAYOUT_MONTH_CLOSED, pointer + "/paidOn");
        }
        changes.requirePayable(worker.person(), mandate.province(), PENSION, period, pointer + "/mandateId");
        Month key = new Month(worker.person(), PENSION, period);
        @Nullable CollectedMonth known = months.getOrDefault(key, fresh.get(key));
        if (known == null && book.holdsDirectly(key)) {
            throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, pointer + "/mandateId");
        }
        if (known != null && !known.province().equals(mandate.province())) {
            throw Refused.at(ProblemType.PERIOD_ALREADY_WITHHELD, pointer + "/mandateId");
        }
        CollectedMonth month = known == null
                ? new CollectedMonth(key, mandate.province(), CollectedMonth.dueFen(terms.baseFen()))
                : known;
        if (month.dueFen() > mandates.limitFen(worker.person(), period)) {
            throw Refused.at(ProblemType.WORKER_LIMIT_REACHED, pointer + "/mandateId");
        }
        fresh.put(key, month);
        List<LeftOut> leftOut = mandate.insurances().stream()
                .filter(each -> !each.equals(PENSION))
                .sorted()
                .map(each -> new LeftOut(each, ReturnReason.of(ProblemType.RULE_UNKNOWN)))
                .toList();
        return new Planned(mandate, new CollectedMonth.Basis(terms, mandate.capFen(), leftOut), month);
    }

    private static LocalDate day(PayoutOrder order, String pointer) {
        try {
            return LocalDate.parse(order.paidOn());
        } catch (DateTimeException e) {
            throw Refused.at(ProblemType.DATE_INVALID, pointer + "/paidOn");
        }
    }
}
