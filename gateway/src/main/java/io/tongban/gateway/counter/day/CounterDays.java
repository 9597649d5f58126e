package io.tongban.gateway.counter.day;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Shows a bank's days, and closes them. */
@ApplicationScoped
public class CounterDays {
    private final DaySeal seal;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public CounterDays(DaySeal seal, Audit audit, Clock clock) {
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param closed absent while the day is open */
    public record Day(
            LocalDate day,
            List<Balance.Line> lines,
            Balance.Differences differences,
            String csv,
            DayStore.@Nullable Closed closed) {}

    /** @throws ProblemException counter-day-in-future */
    public Day read(Handle handle, String clientId, LocalDate day) {
        requireCome(day);
        List<Balance.Line> lines = DayBooks.lines(handle, clientId, day, null);
        return DayStore.closed(handle, clientId, day)
                .map(closed -> new Day(day, lines, Balance.Differences.NONE, closed.csv(), closed))
                .orElseGet(() -> new Day(day, lines, Balance.Differences.NONE, DayCsv.of(lines), null));
    }

    /** The day that is to be closed next: the first open one on which something was booked, or today. */
    public LocalDate current(Handle handle, String clientId) {
        LocalDate closedThrough = DayStore.holdClosedThrough(handle, clientId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfig.ZONE);
        return DayStore.firstOpen(handle, clientId, closedThrough)
                .filter(first -> first.isBefore(today))
                .orElse(today);
    }

    /**
     * The rows of a day as they are booked by now, by reference.
     *
     * @param most no more than so many
     */
    public List<Entry> rows(Handle handle, String clientId, LocalDate day, int most) {
        return DayBooks.rows(handle, clientId, day, most);
    }

    /** Of a day that was closed, as a compact JWS; empty for one that is open. */
    public String signature(Day day) {
        return day.closed() == null ? "" : day.closed().jws();
    }

    /**
     * Takes rows of a day ahead of its closing, which nobody who pays waits for.
     *
     * @throws ProblemException counter-day-in-future or counter-day-closed
     */
    ReportedStore.Sent send(Handle handle, String clientId, LocalDate day, int page, List<Entry> rows) {
        requireCome(day);
        if (DayStore.isClosed(handle, clientId, day)) {
            throw new ProblemException(ProblemType.COUNTER_DAY_CLOSED);
        }
        ReportedStore.put(handle, clientId, day, page, rows);
        return ReportedStore.sent(handle, clientId, day);
    }

    /**
     * Compares, and closes what agrees, with the books of the bank held from then on; {@link #removeReported} after that.
     *
     * @param pages that were sent ahead
     * @param rows all others
     * @throws ProblemException counter-day-in-future, counter-day-closed, counter-day-earlier-open or
     *     counter-day-page-missing
     */
    public Day close(Handle handle, Principal by, LocalDate day, int pages, List<Entry> rows) {
        String clientId = by.tenant();
        requireCome(day);
        // Before the books are held, for this may be long.
        ReportedStore.put(handle, clientId, day, ReportedStore.LAST_PAGE, rows);
        ReportedStore.missing(handle, clientId, day, pages).ifPresent(page -> {
            throw new ProblemException(ProblemType.COUNTER_DAY_PAGE_MISSING, "Page " + page, "/pages");
        });
        requireNext(handle, clientId, day, DayStore.closedThrough(handle, clientId));
        // Nobody who pays waits for what comes to nothing.
        Balance.Differences found = DayBooks.differences(handle, clientId, day, pages);
        if (found.total() == 0) {
            requireNext(handle, clientId, day, DayStore.holdClosedThrough(handle, clientId));
            found = DayBooks.differences(handle, clientId, day, pages);
        }
        if (found.total() > 0) {
            List<Balance.Line> open = DayBooks.lines(handle, clientId, day, pages);
            ReportedStore.remove(handle, clientId, day, ReportedStore.LAST_PAGE);
            return new Day(day, open, found, DayCsv.of(open), null);
        }
        DayStore.drawOutcomes(handle, clientId, day);
        return sealed(handle, by, day, DayBooks.lines(handle, clientId, day, pages));
    }

    /** Drops the rows of days that are closed, for which nobody shall wait: once the closing is committed. */
    public void removeReported(Handle handle, String clientId) {
        ReportedStore.removeClosed(handle, clientId);
    }

    private static void requireNext(Handle handle, String clientId, LocalDate day, @Nullable LocalDate closedThrough) {
        if (closedThrough != null && !day.isAfter(closedThrough)) {
            throw new ProblemException(ProblemType.COUNTER_DAY_CLOSED);
        }
        DayStore.firstOpen(handle, clientId, closedThrough)
                .filter(first -> first.isBefore(day))
                .ifPresent(first -> {
                    throw new ProblemException(ProblemType.COUNTER_DAY_EARLIER_OPEN, "Open is " + first);
                });
    }

    private Day sealed(Handle handle, Principal by, LocalDate day, List<Balance.Line> lines) {
        String clientId = by.tenant();
        Instant now = clock.instant();
        String csv = DayCsv.of(lines);
        DayStore.Closed closed = new DayStore.Closed(csv, seal.sign(clientId, day, csv, now), now);
        DayStore.close(handle, clientId, day, closed);
        long fen = lines.stream().mapToLong(Balance.Line::fen).sum();
        audit.append(
                handle,
                AuditEntry.of(by, "counter-day.closed", day.toString(), Map.of("lines", lines.size(), "fen", fen)));
        return new Day(day, lines, Balance.Differences.NONE, csv, closed);
    }

    private void requireCome(LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), ClockConfig.ZONE))) {
            throw new ProblemException(ProblemType.COUNTER_DAY_IN_FUTURE);
        }
    }
}
