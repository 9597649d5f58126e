package io.tongban.gateway.contribution.policy;

import io.tongban.province.Words;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A value of a rule. Money is whole fen, shares are parts of a million, prices millionths of a yuan. */
public sealed interface RuleValue {
    /** As a person would write it, the same for ever: digests are made of it. */
    String text();

    record Amount(long fen) implements RuleValue {
        @Override
        public String text() {
            return yuan(fen);
        }
    }

    record Percent(long millionths) implements RuleValue {
        @Override
        public String text() {
            return percent(millionths);
        }
    }

    record Count(int number) implements RuleValue {
        @Override
        public String text() {
            return String.valueOf(number);
        }
    }

    record Word(String word) implements RuleValue {
        @Override
        public String text() {
            return word;
        }
    }

    /** @param millionths of the base, by who pays them into what */
    record Parts(Map<Share, Long> millionths) implements RuleValue {
        public Parts {
            millionths = Map.copyOf(millionths);
        }

        @Override
        public String text() {
            return new TreeMap<>(millionths)
                    .entrySet().stream()
                            .map(part -> Words.of(part.getKey()) + " " + percent(part.getValue()))
                            .collect(Collectors.joining(", "));
        }
    }

    /** A year's contribution, and what the state adds to it. */
    record Grade(long fen, long subsidyFen) implements RuleValue {
        @Override
        public String text() {
            return yuan(fen) + ", subsidy " + yuan(subsidyFen);
        }
    }

    /** Finer than the fen: what many of them cost is rounded once. */
    record Price(long millionthsOfYuan) implements RuleValue {
        @Override
        public String text() {
            return BigDecimal.valueOf(millionthsOfYuan, 6).stripTrailingZeros().toPlainString() + " yuan";
        }

        /** @return fen for so many, rounded once, half up */
        public long fen(long count) {
            return (Math.multiplyExact(millionthsOfYuan, count) + 5_000) / 10_000;
        }
    }

    /**
     * Those whose retirement age rises: one month more for every {@code step} months of birth since {@code start}, at
     * most {@code cap}.
     */
    record Cohort(int ageMonths, YearMonth start, int step, int cap) implements RuleValue {
        @Override
        public String text() {
            return ageMonths + " months, from " + start + " one more for each " + step + ", at most " + cap;
        }

        public int delayMonths(YearMonth birth) {
            int since = (birth.getYear() - start.getYear()) * 12 + birth.getMonthValue() - start.getMonthValue();
            return since < 0 ? 0 : Math.min(cap, since / step + 1);
        }
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString() + " yuan";
    }

    private static String percent(long millionths) {
        return BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString() + " %";
    }
}
