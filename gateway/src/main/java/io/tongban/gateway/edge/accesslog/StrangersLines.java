package io.tongban.gateway.edge.accesslog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The lines of those who were not let in. The first of a kind is told at once, its repetitions in one line every ten
 * seconds; all kinds together have a budget, and the next line says how many exchanges have none.
 */
final class StrangersLines {
    private static final int LINES_AT_ONCE = 200;
    private static final int LINES_A_SECOND = 20;
    /** Kinds that are remembered until the next round; what is beyond has no line. */
    private static final int MOST_KINDS = 500;

    private final Consumer<String> log;
    private final LineBudget budget;
    private final Map<Kind, Repeated> told = new ConcurrentHashMap<>();

    StrangersLines(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.budget = new LineBudget(LINES_AT_ONCE, LINES_A_SECOND, nanoTime);
    }

    /** What makes one line stand for another: all but when, how large and under which trace. */
    private record Kind(
            String address, String method, String route, int status, String code, String partner, String protocol) {
        static Kind of(Exchange exchange) {
            return new Kind(
                    exchange.address(),
                    exchange.method(),
                    exchange.route(),
                    exchange.status(),
                    exchange.code(),
                    exchange.partner(),
                    exchange.protocol());
        }
    }

    /** How often since the last line of its kind, and what the next will tell. */
    private record Repeated(long times, Exchange last) {}

    void seen(Exchange exchange) {
        Kind kind = Kind.of(exchange);
        if (told.size() >= MOST_KINDS && !told.containsKey(kind)) {
            budget.leaveOut(1);
            return;
        }
        Repeated now = told.merge(
                kind, new Repeated(0, exchange), (before, first) -> new Repeated(before.times() + 1, exchange));
        if (now.times() == 0) {
            write(exchange, 1);
        }
    }

    /** Every ten seconds: what was repeated since, and forgets what was not. */
    void tellRepetitions() {
        for (Kind kind : told.keySet()) {
            told.computeIfPresent(kind, (same, repeated) -> {
                if (repeated.times() == 0) {
                    return null;
                }
                write(repeated.last(), repeated.times());
                return new Repeated(0, repeated.last());
            });
        }
    }

    private void write(Exchange exchange, long times) {
        if (budget.take()) {
            long leftOut = budget.leftOut();
            log.accept(exchange.line() + " from=" + exchange.address() + " times=" + times
                    + (leftOut == 0 ? "" : " leftOut=" + leftOut));
        } else {
            budget.leaveOut(times);
        }
    }
}
