package io.tongban.province.conformance;

import static io.tongban.province.conformance.Bench.words;

import io.tongban.province.Capability;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceDetail.DayItems;
import io.tongban.province.ProvinceDetail.DayTotal;
import io.tongban.province.ProvinceDetail.DayTotals;
import io.tongban.province.ProvinceDetail.EntryKind;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import java.util.Optional;

/** Whether a day's totals and items say what was booked on it. */
final class Days {
    private static final Verdict LATER = new Verdict.NotDriven("they come later");
    private static final int MOST_PAGES = 10_000;
    private static final String NOT_THERE = "not in ";

    private Days() {}

    static Verdict totals(Bench bench) {
        if (bench.facts().capability(TransactionKind.DAY_TOTALS) != Capability.ONLINE) {
            return Verdict.notOffered();
        }
        ProvinceReply before = bench.send(bench.dayTotals());
        if (before instanceof ProvinceReply.Pending) {
            return LATER;
        }
        ProvinceReply booked = bench.outcome(bench.withhold(bench.enrolled()));
        Optional<DayTotal> first = withheld(bench, before);
        // A file is written again a while later.
        ProvinceReply after = bench.until(
                () -> bench.send(bench.dayTotals()),
                reply -> !withheld(bench, reply).equals(first) || isUnanswered(reply));
        Optional<DayTotal> second = withheld(bench, after);
        if (!(booked instanceof ProvinceReply.Accepted) || first.isEmpty() || second.isEmpty()) {
            return new Verdict.Failed(words(before) + ", booked " + words(booked) + ", then " + words(after));
        }
        long count = second.get().count() - first.get().count();
        long fen = second.get().fen() - first.get().fen();
        return Verdict.that(count == 1 && fen == bench.order.amountFen(), count + " more, of " + fen + " fen");
    }

    private static boolean isUnanswered(ProvinceReply reply) {
        return !(reply instanceof ProvinceReply.Accepted);
    }

    /** What was withheld for the order's insurance; none is as good as a sum of nothing. */
    private static Optional<DayTotal> withheld(Bench bench, ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Accepted accepted && accepted.detail() instanceof DayTotals totals) {
            return Optional.of(totals.totals().stream()
                    .filter(total -> total.kind() == EntryKind.WITHHOLD
                            && total.insurance().equals(bench.order.insurance()))
                    .findFirst()
                    .orElse(new DayTotal(EntryKind.WITHHOLD, bench.order.insurance(), 0, 0)));
        }
        return Optional.empty();
    }

    static Verdict items(Bench bench) {
        if (bench.facts().capability(TransactionKind.DAY_ITEMS) != Capability.ONLINE) {
            return Verdict.notOffered();
        }
        ProvinceCommand.Withhold command = bench.withhold(bench.enrolled());
        ProvinceReply booked = bench.outcome(command);
        if (!(booked instanceof ProvinceReply.Accepted)) {
            return new Verdict.Failed("the booking ended " + words(booked));
        }
        return bench.until(
                () -> walked(bench, command), verdict -> !verdict.seen().startsWith(NOT_THERE));
    }

    /** From page to page, until the booking is found. */
    private static Verdict walked(Bench bench, ProvinceCommand.Withhold command) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            ProvinceReply said = bench.send(bench.dayItems(page));
            if (said instanceof ProvinceReply.Pending) {
                return LATER;
            }
            if (isUnanswered(said)) {
                return new Verdict.Failed("page " + page + ": " + words(said));
            }
            Optional<ProvinceDetail.DayItem> found = item(said, command);
            if (found.isPresent()) {
                return Verdict.that(
                        found.get().fen() == command.amountFen(), found.get().fen() + " fen, on page " + page);
            }
            if (!more(said)) {
                return new Verdict.Failed(NOT_THERE + page + " pages");
            }
        }
        return new Verdict.Failed(NOT_THERE + MOST_PAGES + " pages");
    }

    private static Optional<ProvinceDetail.DayItem> item(ProvinceReply reply, ProvinceCommand command) {
        return items(reply).stream()
                .flatMap(items -> items.items().stream())
                .filter(item -> item.serial().equals(command.serial()))
                .findFirst();
    }

    private static boolean more(ProvinceReply reply) {
        return items(reply).filter(DayItems::more).isPresent();
    }

    private static Optional<DayItems> items(ProvinceReply reply) {
        return reply instanceof ProvinceReply.Accepted accepted && accepted.detail() instanceof DayItems items
                ? Optional.of(items)
                : Optional.empty();
    }
}
