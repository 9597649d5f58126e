package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemCatalogue;
import io.tongban.api.problem.ProblemEntry;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.ProvinceList;
import io.tongban.api.status.CoverState;
import io.tongban.api.status.InsuranceStatus;
import io.tongban.api.status.StatusSource;
import io.tongban.api.status.WorkerStatus;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.Enrolment;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status, provinces and the catalogue: what is read and never changed. */
final class ReadOperations {
    private static final int LAST = 5;

    private final Clock clock;
    private final WorkerOperations workers;
    private final WithholdingBook book;
    private final Provinces provinces;
    private final CoverScript covers;
    private final PayoutOperations payouts;

    ReadOperations(
            Clock clock,
            WorkerOperations workers,
            WithholdingBook book,
            Provinces provinces,
            CoverScript covers,
            PayoutOperations payouts) {
        this.clock = clock;
        this.workers = workers;
        this.book = book;
        this.provinces = provinces;
        this.covers = covers;
        this.payouts = payouts;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/v1/workers/{workerId}/status", Scopes.STATUS_READ, this::status),
                Route.read("/v1/provinces", Scopes.STATUS_READ, request -> new ProvinceList(provinces.list())),
                Route.read("/v1/provinces/{code}", Scopes.STATUS_READ, request -> provinces.read(request.path("code"))),
                Route.read(
                        "/problems",
                        "",
                        request -> new ProblemCatalogue(Arrays.stream(ProblemType.values())
                                .map(ProblemEntry::of)
                                .toList())),
                Route.read(
                        "/problems/{code}",
                        "",
                        request -> ProblemType.byCode(request.path("code"))
                                .map(ProblemEntry::of)
                                .orElseThrow(() -> Refused.with(ProblemType.NOT_FOUND))));
    }

    private WorkerStatus status(Request request) {
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        return new WorkerStatus(
                worker.id(),
                worker.enrolled().stream()
                        .flatMap(enrolment ->
                                Provinces.INSURANCES.stream().map(insurance -> status(worker, enrolment, insurance)))
                        .toList());
    }

    /** As the province sees it: what it has confirmed, through whichever partner. */
    private InsuranceStatus status(KeptWorker worker, Enrolment enrolment, String insurance) {
        List<KeptWithholding> there = book.newestFirst().stream()
                .filter(each -> each.person().equals(worker.person())
                        && each.province().equals(enrolment.province())
                        && each.order().insurance().equals(insurance))
                .toList();
        @Nullable YearMonth through = paidThrough(there);
        List<Withholding> last = there.stream()
                .filter(each -> each.clientId().equals(worker.clientId()))
                .limit(LAST)
                .map(each -> each.shown(false, false))
                .toList();
        return new InsuranceStatus(
                enrolment.province(),
                insurance,
                state(through),
                through,
                StatusSource.PROVINCE,
                clock.instant(),
                last,
                payouts.collecting(worker, enrolment.province(), insurance),
                covers.outlookOf(insurance));
    }

    /** The end of the first run of months without a gap. */
    private static @Nullable YearMonth paidThrough(List<KeptWithholding> there) {
        List<YearMonth> paid = there.stream()
                .filter(each -> each.state() == WithholdingState.CONFIRMED)
                .map(each -> each.order().period())
                .sorted()
                .toList();
        @Nullable YearMonth through = null;
        for (YearMonth month : paid) {
            if (through != null && !month.equals(through.plusMonths(1))) {
                return through;
            }
            through = month;
        }
        return through;
    }

    /** A month may be paid in the month after it. */
    private CoverState state(@Nullable YearMonth through) {
        if (through == null) {
            return CoverState.NONE;
        }
        YearMonth due = YearMonth.now(clock.withZone(Provinces.SHANGHAI)).minusMonths(1);
        return through.isBefore(due) ? CoverState.SUSPENDED : CoverState.PAYING;
    }
}
