package io.tongban.gateway.console;

import io.tongban.gateway.contribution.cover.OutlookText;
import io.tongban.gateway.contribution.mandate.MandateService;
import io.tongban.gateway.contribution.mandate.RecordedMandate;
import io.tongban.gateway.contribution.payout.CounterMoney;
import io.tongban.gateway.contribution.status.StatusService;
import io.tongban.gateway.contribution.worker.CitizenNumber;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.contribution.worker.WorkerView;
import io.tongban.gateway.counter.operator.CounterCheck;
import io.tongban.gateway.counter.operator.Visits;
import io.tongban.gateway.counter.payment.PaymentService;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Shows a worker to whoever serves: first the visit is checked and logged with its purpose, then one looks. */
@ApplicationScoped
public class Serving {
    private final Visits visits;
    private final WorkerService workers;
    private final StatusService statuses;
    private final MandateService mandates;
    private final PaymentService payments;
    private final ProvinceNames names;
    private final Jdbi jdbi;

    @Inject
    public Serving(
            Visits visits,
            WorkerService workers,
            StatusService statuses,
            MandateService mandates,
            PaymentService payments,
            ProvinceNames names,
            Jdbi jdbi) {
        this.visits = visits;
        this.workers = workers;
        this.statuses = statuses;
        this.mandates = mandates;
        this.payments = payments;
        this.names = names;
        this.jdbi = jdbi;
    }

    /**
     * @param number as typed or read from the card
     * @throws ProblemException with what stands against the visit, field-invalid, or worker-not-found for one whom this
     *     bank has not registered
     */
    Served serve(Teller teller, CounterCheck.Said said, String number) {
        CitizenNumber citizen = CitizenNumber.asWritten(number.strip());
        // Before it is known who it is: a look that finds nobody is one, too.
        jdbi.useTransaction(handle -> {
            visits.enter(handle, said, false, PageOperation.SEARCH.word(), null);
        });
        WorkerView worker = jdbi.withHandle(handle -> workers.find(handle, teller.by(), citizen));
        jdbi.useTransaction(handle -> visits.enter(handle, said, false, PageOperation.SERVE.word(), worker.id()));
        List<StatusService.Line> lines = statuses.read(teller.by(), worker.id());
        boolean isPaying = said.purpose() == Point.Service.PAY;
        return new Served(
                Desk.Who.of(teller),
                worker.id(),
                worker.nameMasked(),
                worker.citizenNumberMasked(),
                worker.mobileMasked(),
                said.point(),
                said.identified(),
                worker.enrolments().stream()
                        .map(each -> new Served.Province(
                                names.of(each.province()),
                                Words.enrolment(each.state()),
                                lines.stream()
                                        .filter(line -> line.province().equals(each.province()))
                                        .map(Serving::insurance)
                                        .toList()))
                        .toList(),
                isPaying,
                isPaying ? owing(teller, worker.id()) : List.of());
    }

    private static Served.Insurance insurance(StatusService.Line line) {
        String code = line.insurance().value();
        OutlookText cover = OutlookText.of(code, line.byRule().outlook());
        return new Served.Insurance(
                ReceiptView.name(code),
                Words.paying(line.known().state()),
                line.known().paidThrough() == null
                        ? "—"
                        : String.valueOf(line.known().paidThrough()),
                line.known().byProvince() ? new Notice("省级系统", "Province") : new Notice("通办记录", "Tongban's records"),
                new Notice(cover.zh(), cover.en()));
    }

    private List<Served.Owing> owing(Teller teller, String workerId) {
        List<RecordedMandate> standing =
                jdbi.withHandle(handle -> mandates.standing(handle, teller.tenant(), workerId));
        return standing.stream().map(mandate -> owing(teller, mandate)).toList();
    }

    private Served.Owing owing(Teller teller, RecordedMandate mandate) {
        String key = Ids.next("page_");
        try {
            List<CounterMoney.Owed> owed = jdbi.inTransaction(
                    handle -> payments.owed(handle, teller.tenant(), mandate.workerId(), mandate.id()));
            long fen = owed.stream().mapToLong(CounterMoney.Owed::amountFen).sum();
            return new Served.Owing(
                    mandate.id(),
                    names.of(mandate.province()),
                    owed.stream().map(Serving::month).toList(),
                    fen,
                    ReceiptView.yuan(fen),
                    Notice.NONE,
                    key);
        } catch (ProblemException obstacle) {
            return new Served.Owing(
                    mandate.id(), names.of(mandate.province()), List.of(), 0, "", Words.of(obstacle.type()), key);
        }
    }

    private static Served.Month month(CounterMoney.Owed owed) {
        return new Served.Month(
                ReceiptView.name(owed.insurance()),
                String.valueOf(owed.period()),
                owed.cutOff(),
                ReceiptView.yuan(owed.dueFen()),
                ReceiptView.yuan(owed.amountFen()));
    }
}
