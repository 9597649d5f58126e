package io.tongban.gateway.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tongban.gateway.counter.day.CounterDays;
import io.tongban.gateway.counter.day.Entry;
import io.tongban.gateway.trust.risk.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Ends a bank's day by what a supervisor counted in each till. Where every sum is the booked one, the booked rows are what
 * the bank reports, and the day is closed as for a bank with software of its own; else nothing is closed, and the rows of
 * each till that differs are named.
 */
@ApplicationScoped
public class DayEnd {
    /** More than a bank takes in a day without software of its own; of more, the rest is a difference. */
    private static final int MOST_ROWS = 5_000;

    private static final Notice BALANCED =
            new Notice("账款相符，本日已轧账并签名。", "All amounts agree. The day is closed and signed.");
    private static final Notice DIFFERS = new Notice(
            "账款不符，本日未轧账。请核对下列明细。", "The amounts do not agree. The day is not closed; check the entries below.");

    private final CounterDays days;
    private final Stops stops;
    private final Jdbi jdbi;

    @Inject
    public DayEnd(CounterDays days, Stops stops, Jdbi jdbi) {
        this.days = days;
        this.stops = stops;
        this.jdbi = jdbi;
    }

    /** The first day that is open. */
    DayView open(Teller teller) {
        return jdbi.inTransaction(handle -> {
            LocalDate day = days.current(handle, teller.tenant());
            String jws = days.signature(days.read(handle, teller.tenant(), day));
            return view(teller, day, days.rows(handle, teller.tenant(), day, MOST_ROWS), null, Notice.NONE, jws);
        });
    }

    DayView close(Teller teller, Counted counted) {
        DayView shown = jdbi.inTransaction(handle -> stops.around(
                handle,
                () -> PageOperation.targets(teller.by(), PageOperation.CLOSE_DAY),
                () -> closed(handle, teller, counted)));
        jdbi.useTransaction(handle -> days.removeReported(handle, teller.tenant()));
        return shown;
    }

    private DayView closed(Handle handle, Teller teller, Counted counted) {
        LocalDate day = counted.day();
        List<Entry> booked = days.rows(handle, teller.tenant(), day, MOST_ROWS);
        if (!agrees(booked, counted)) {
            return view(teller, day, booked, counted, DIFFERS, "");
        }
        // What is booked between the look and the closing is a difference, and leaves the day open.
        CounterDays.Day closed = days.close(
                handle,
                teller.by(),
                day,
                0,
                booked.stream().filter(row -> row.operation().isOfTheTill()).toList());
        String jws = days.signature(closed);
        return view(
                teller,
                day,
                days.rows(handle, teller.tenant(), day, MOST_ROWS),
                counted,
                jws.isEmpty() ? DIFFERS : BALANCED,
                jws);
    }

    private static boolean agrees(List<Entry> booked, Counted counted) {
        Map<String, Long> sums = new TreeMap<>();
        tills(booked).forEach((name, rows) -> sums.put(name, sum(rows)));
        return sums.equals(new TreeMap<>(counted.fen()));
    }

    private static Map<String, List<Entry>> tills(List<Entry> rows) {
        return rows.stream()
                .filter(row -> row.operation().isOfTheTill())
                .collect(groupingBy(
                        row -> row.operator() + " " + row.point() + " " + row.means(), TreeMap::new, toList()));
    }

    private static long sum(List<Entry> rows) {
        return rows.stream()
                .mapToLong(row -> row.operation() == Entry.Operation.TAKEN ? row.amountFen() : -row.amountFen())
                .sum();
    }

    private static DayView view(
            Teller teller, LocalDate day, List<Entry> rows, @Nullable Counted counted, Notice notice, String jws) {
        List<DayView.TillView> tills = new ArrayList<>();
        tills(rows).forEach((name, entries) -> tills.add(till(name, entries, counted)));
        return new DayView(Desk.Who.of(teller), day, !jws.isEmpty(), notice, tills, outcomes(rows), jws);
    }

    private static DayView.TillView till(String name, List<Entry> rows, @Nullable Counted counted) {
        Entry first = rows.get(0);
        Long said = counted == null ? null : counted.fen().get(name);
        boolean differs = counted != null && (said == null || said != sum(rows));
        return new DayView.TillView(
                name,
                first.operator(),
                first.point(),
                first.means().equals("CASH") ? new Notice("现金", "Cash") : new Notice("银行卡", "Card"),
                rows.size(),
                ReceiptView.yuan(sum(rows)),
                said == null ? "" : ReceiptView.yuan(said),
                differs,
                differs
                        ? rows.stream()
                                .map(row -> new DayView.Row(
                                        row.reference(), operation(row.operation()), ReceiptView.yuan(row.amountFen())))
                                .toList()
                        : List.of());
    }

    private static List<DayView.Line> outcomes(List<Entry> rows) {
        List<DayView.Line> lines = new ArrayList<>();
        for (Entry.Operation operation : List.of(Entry.Operation.CONFIRMED, Entry.Operation.RETURNED)) {
            List<Entry> those =
                    rows.stream().filter(row -> row.operation() == operation).toList();
            if (!those.isEmpty()) {
                long fen = those.stream().mapToLong(Entry::amountFen).sum();
                lines.add(new DayView.Line(operation(operation), those.size(), ReceiptView.yuan(fen)));
            }
        }
        return lines;
    }

    private static Notice operation(Entry.Operation operation) {
        return switch (operation) {
            case TAKEN -> new Notice("收款", "Received");
            case CANCELLED -> new Notice("撤销", "Refunded");
            case CONFIRMED -> new Notice("省级已入账", "Booked by the province");
            case RETURNED -> new Notice("退还参保人", "To be refunded to the worker");
        };
    }
}
