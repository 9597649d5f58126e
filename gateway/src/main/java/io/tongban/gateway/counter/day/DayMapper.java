package io.tongban.gateway.counter.day;

import io.tongban.api.day.CounterDay;
import io.tongban.api.day.CounterDayPages;
import io.tongban.api.day.CounterDayState;
import io.tongban.api.day.CounterDifference;
import io.tongban.api.day.CounterEntry;
import io.tongban.api.day.CounterOperation;
import io.tongban.api.day.DayLine;
import io.tongban.api.day.DayOperation;
import io.tongban.api.day.DifferenceKind;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Between the contract's records of days and ours. */
final class DayMapper {
    private DayMapper() {}

    /** @throws ProblemException date-invalid for a day that the calendar does not have */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.DATE_INVALID).inParameter("day");
        }
    }

    static List<Entry> fromWire(List<CounterEntry> entries) {
        return entries.stream().map(DayMapper::fromWire).toList();
    }

    private static Entry fromWire(CounterEntry entry) {
        return new Entry(
                entry.partnerReference(),
                Entry.Operation.valueOf(entry.operation().name()),
                entry.means().name(),
                entry.point(),
                entry.operator(),
                entry.amountFen());
    }

    static CounterDayPages toWire(LocalDate day, ReportedStore.Sent sent) {
        return new CounterDayPages(day, sent.pages(), sent.rows());
    }

    static CounterDay toWire(CounterDays.Day day) {
        DayStore.Closed closed = day.closed();
        return new CounterDay(
                day.day(),
                closed == null ? CounterDayState.OPEN : CounterDayState.CLOSED,
                day.lines().stream().map(DayMapper::toWire).toList(),
                day.differences().named().stream().map(DayMapper::toWire).toList(),
                day.differences().total() - day.differences().named().size(),
                day.csv(),
                closed == null ? null : closed.jws(),
                closed == null ? null : closed.at());
    }

    private static DayLine toWire(Balance.Line line) {
        return new DayLine(
                line.operator(),
                line.point(),
                line.means(),
                DayOperation.valueOf(line.operation().name()),
                line.count(),
                line.fen(),
                line.reportedCount(),
                line.reportedFen());
    }

    private static CounterDifference toWire(Balance.Difference difference) {
        return new CounterDifference(
                difference.reference(),
                CounterOperation.valueOf(difference.operation().name()),
                DifferenceKind.valueOf(difference.kind().name()),
                difference.bookedFen(),
                difference.reportedFen());
    }
}
