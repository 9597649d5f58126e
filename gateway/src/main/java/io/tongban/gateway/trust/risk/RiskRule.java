package io.tongban.gateway.trust.risk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as dated data.
 *
 * @param validTo last day; open when absent
 * @param operations ids of the operations that it is for
 * @param points as {@code bank/reference}, at which alone it holds; empty for all
 * @param isShadow whether it only says what it would say
 * @param source where it comes from, and how far that may be trusted
 */
record RiskRule(
        String id,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Set<String> operations,
        Measure measure,
        RiskVerdict verdict,
        Set<String> points,
        boolean isShadow,
        @Nullable Source source) {
    RiskRule {
        operations = Set.copyOf(operations);
        points = Set.copyOf(points);
    }

    /** As of the rules of insurance. */
    enum Mark {
        OFFICIAL,
        THIRD_PARTY,
        ASSUMED
    }

    /** @param text a law, a circular, a decision of the agency */
    record Source(String text, Mark mark) {}

    /** Whose effects are counted together. */
    enum Scope {
        OPERATOR,
        POINT,
        /** A person as one bank knows him or her. */
        WORKER,
        MANDATE;

        String of(RiskFacts facts) {
            return switch (this) {
                case OPERATOR -> facts.clientId() + "/" + facts.operator();
                case POINT -> facts.clientId() + "/" + facts.point();
                case WORKER -> facts.workerId();
                case MANDATE -> facts.mandateId();
            };
        }
    }

    /** How long is counted; a window begins with the hour or the day. */
    enum Window {
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Window(ChronoUnit unit) {
            this.unit = unit;
        }

        ZonedDateTime begin(ZonedDateTime at) {
            return at.truncatedTo(unit);
        }

        ZonedDateTime end(ZonedDateTime at) {
            return begin(at).plus(1, unit);
        }
    }

    /** What is measured; {@code strikes} takes what was counted with this effect in it. */
    sealed interface Measure {
        boolean strikes(RiskFacts facts, Map<RiskCounter, RiskCounter.Count> counts);

        /** What has to be counted for it. */
        default Optional<RiskCounter> counter(RiskFacts facts) {
            return Optional.empty();
        }
    }

    /** More than so much at once. */
    record Amount(long mostFen) implements Measure {
        @Override
        public boolean strikes(RiskFacts facts, Map<RiskCounter, RiskCounter.Count> counts) {
            return facts.amountFen() > mostFen;
        }
    }

    /** At another time than these hours of the day. */
    record Hours(LocalTime from, LocalTime to) implements Measure {
        @Override
        public boolean strikes(RiskFacts facts, Map<RiskCounter, RiskCounter.Count> counts) {
            LocalTime time = facts.at().toLocalTime();
            return time.isBefore(from) || !time.isBefore(to);
        }
    }

    /** More effects than so many, or more money than so much, of one scope in one window. */
    record Velocity(Scope scope, Window window, long most, boolean isMoney) implements Measure {
        @Override
        public boolean strikes(RiskFacts facts, Map<RiskCounter, RiskCounter.Count> counts) {
            RiskCounter.Count count = counts.get(RiskCounter.of(scope, window, facts));
            return count != null && (isMoney ? count.fen() : count.number()) > most;
        }

        @Override
        public Optional<RiskCounter> counter(RiskFacts facts) {
            return Optional.of(RiskCounter.of(scope, window, facts));
        }
    }

    boolean isFor(RiskFacts facts) {
        LocalDate day = facts.at().toLocalDate();
        return operations.contains(facts.operation())
                && (points.isEmpty() || points.contains(facts.clientId() + "/" + facts.point()))
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }
}
