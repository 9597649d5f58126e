package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.cover.InsuranceCover;
import io.tongban.api.cover.WorkerCover;
import io.tongban.api.problem.ProblemType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Cover day by day: the checks of days, and what the test wrote. */
final class CoverOperations {
    private final Clock clock;
    private final WorkerOperations workers;
    private final CoverScript script;

    CoverOperations(Clock clock, WorkerOperations workers, CoverScript script) {
        this.clock = clock;
        this.workers = workers;
        this.script = script;
    }

    List<Route> routes() {
        return List.of(Route.read("/v1/workers/{workerId}/cover", Scopes.STATUS_READ, this::cover));
    }

    private WorkerCover cover(Request request) {
        LocalDate today = LocalDate.now(clock.withZone(Provinces.SHANGHAI));
        LocalDate to = day(request, "to").orElse(today.withDayOfMonth(today.lengthOfMonth()));
        LocalDate from = day(request, "from").orElse(to.withDayOfMonth(1).minusMonths(11));
        require(!from.isBefore(today.minusYears(10)), request.query("from").isPresent() ? "from" : "to");
        require(!to.isBefore(from) && to.isBefore(from.plusYears(2)) && !to.isAfter(today.plusYears(1)), "to");
        KeptWorker worker = workers.known(request.clientId(), request.path("workerId"), null);
        return new WorkerCover(
                worker.id(),
                from,
                to,
                worker.enrolled().stream()
                        .flatMap(enrolment -> Provinces.INSURANCES.stream()
                                .map(insurance -> new InsuranceCover(
                                        enrolment.province(), insurance, script.periodsOf(insurance, from, to))))
                        .toList());
    }

    private static Optional<LocalDate> day(Request request, String name) {
        try {
            return request.query(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Refused.in(ProblemType.DATE_INVALID, name);
        }
    }

    private static void require(boolean right, String name) {
        if (!right) {
            throw Refused.in(ProblemType.DATE_INVALID, name);
        }
    }
}
