package io.tongban.sandbox.demo;

import io.tongban.api.counter.CounterContext;
import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import io.tongban.api.day.CounterDay;
import io.tongban.api.day.CounterDayReport;
import io.tongban.api.day.CounterDayState;
import io.tongban.api.day.CounterEntry;
import io.tongban.api.day.CounterOperation;
import io.tongban.api.day.DayLine;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.payment.CounterPayment;
import io.tongban.api.payment.CounterPaymentOrder;
import io.tongban.api.payment.PaymentDue;
import io.tongban.api.payment.PaymentMeans;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sdk.Tongban;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Three workers walk in at three terminals of a bank and pay; in the evening the bank closes its day. */
final class WalkIns {
    private static final String BANK = "nanling-bank";
    private static final List<String> TERMINALS = List.of("nl-01-t1", "nl-02-t1", "nl-03-t1");

    private final Tongban bank;
    private final List<CounterEntry> till = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private WalkIns(Tongban bank) {
        this.bank = bank;
    }

    /** @param right whether the day balanced and was signed */
    record Told(String text, boolean right) {}

    static Told told(SandboxStack stack) {
        try (Tongban bank = Clients.client(BANK, stack)) {
            return new WalkIns(bank).told();
        }
    }

    private Told told() {
        line("  Three workers pay their pension at the terminals of %s; base of 5,510.00 yuan", BANK);
        for (int i = 0; i < TERMINALS.size(); i++) {
            String operator = "T100" + (i + 1);
            var unused = bank.operators()
                    .register(OperatorRegistration.builder()
                            .staffNumber(operator)
                            .role(OperatorRole.TELLER)
                            .points(List.of(TERMINALS.get(i)))
                            .build());
            pay(i, TERMINALS.get(i), operator, i == 1 ? PaymentMeans.CARD : PaymentMeans.CASH);
        }
        CounterDay day = bank.counterDays()
                .close(
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        CounterDayReport.builder().entries(till).build());
        day.lines().forEach(this::show);
        line(
                "  day %s %s, differences %d%s",
                day.day(), day.state(), day.differences().size(), day.jws() == null ? "" : ", signed");
        return new Told(text.toString(), day.state() == CounterDayState.CLOSED);
    }

    private void show(DayLine each) {
        line(
                "  %-7s %-10s %-5s %-10s %3d %13s yuan",
                each.operator(),
                each.point(),
                each.means(),
                each.operation(),
                each.count(),
                String.format(Locale.ROOT, "%,d.%02d", each.amountFen() / 100, each.amountFen() % 100));
    }

    private void pay(int number, String terminal, String operator, PaymentMeans means) {
        Tongban counter = bank.at(
                new CounterContext(terminal, operator, "visit-" + number, Purpose.PAY, Identification.CARD_READ));
        WalkIn rider = WalkIn.registered(counter, number);
        PaymentDue due = counter.counterPayments().due(rider.workerId(), rider.mandateId());
        CounterPayment paid = counter.counterPayments()
                .take(CounterPaymentOrder.builder()
                        .partnerReference("till-" + number)
                        .workerId(rider.workerId())
                        .mandateId(rider.mandateId())
                        .amountFen(due.amountFen())
                        .means(means)
                        .build());
        till.add(CounterEntry.builder()
                .partnerReference(paid.partnerReference())
                .operation(CounterOperation.TAKEN)
                .means(means)
                .point(terminal)
                .operator(operator)
                .amountFen(paid.amountFen())
                .build());
        line("  %s", paid.receiptUrl());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
