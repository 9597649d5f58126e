package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a platform refunds of a month: a pure function of the rules and of what was earned. */
public final class SubsidyCalculation {
    private static final long MILLION = 1_000_000;

    private final Rules rules;
    private final PolicyBook book;
    private final String division;
    private final String insurance;
    private final LocalDate knownAt;

    private SubsidyCalculation(PolicyBook book, String division, String insurance, LocalDate knownAt) {
        this.rules = new Rules(book, division, knownAt);
        this.book = book;
        this.division = division;
        this.insurance = insurance;
        this.knownAt = knownAt;
    }

    /**
     * @param floorBaseFen lowest base of the work place in the month, whole fen
     * @param monthsReached months looked at in which the income reached the lowest base
     * @param isDue whether the rule gives anything for them
     * @param fen what is refunded if it is due, whole fen
     * @param share the entry that says which share
     * @param behind all entries behind it
     * @param provisional whether one of them was late to be looked at again in the month that it was used for
     */
    public record Subsidy(
            long floorBaseFen,
            int monthsReached,
            boolean isDue,
            long fen,
            PolicyEntry share,
            List<PolicyEntry> behind,
            boolean provisional) {
        public Subsidy {
            behind = List.copyOf(behind);
        }

        public Mark mark() {
            return Mark.weakest(behind);
        }
    }

    /**
     * @param division six digits of the work place
     * @param incomesFen by month; a month that is missing is one without income
     * @throws ProblemException rule-unknown, date-before-rules or insurance-not-applicable, at /insurance or /period: of
     *     the month itself only
     */
    public static Subsidy of(
            PolicyBook book,
            String division,
            String insurance,
            YearMonth month,
            Map<YearMonth, Long> incomesFen,
            LocalDate knownAt) {
        return new SubsidyCalculation(book, division, insurance, knownAt).subsidy(month, incomesFen);
    }

    private Subsidy subsidy(YearMonth month, Map<YearMonth, Long> incomesFen) {
        Cited<RuleValue.Percent> share = value(RuleValue.Percent.class, Rule.SUBSIDY_SHARE, month);
        Cited<RuleValue.Count> looked = value(RuleValue.Count.class, Rule.SUBSIDY_MONTHS, month);
        Cited<RuleValue.Count> needed = value(RuleValue.Count.class, Rule.SUBSIDY_MONTHS_REACHED, month);
        Behind behind = new Behind();
        behind.add(List.of(share.entry(), looked.entry(), needed.entry()), month);
        Base floor = floor(month);
        behind.add(floor.behind(), month);
        MonthlyContribution onFloor = MonthlyContribution.of(book, division, insurance, floor.fen(), month, knownAt);
        behind.add(onFloor.behind(), month);
        int reached = 0;
        for (int back = 0; back < looked.value().number(); back++) {
            YearMonth each = month.minusMonths(back);
            Long income = incomesFen.get(each);
            // Of a month without income its lowest base does not matter, whether anybody knows it or not.
            if (income != null && income > 0) {
                reached += isReached(back == 0 ? Optional.of(floor) : known(each), income, each, behind) ? 1 : 0;
            }
        }
        boolean now = incomesFen.getOrDefault(month, 0L) >= floor.fen();
        return new Subsidy(
                floor.fen(),
                reached,
                now && reached >= needed.value().number(),
                (Math.multiplyExact(onFloor.fen(), share.value().millionths()) + MILLION / 2) / MILLION,
                share.entry(),
                behind.entries,
                behind.provisional);
    }

    /** All entries, each once, and whether one of them was late for a month that it was used for. */
    private static final class Behind {
        private final List<PolicyEntry> entries = new ArrayList<>();
        private boolean provisional;

        void add(List<PolicyEntry> some, YearMonth month) {
            for (PolicyEntry entry : some) {
                provisional |= entry.isProvisional(month.atDay(1));
                if (!entries.contains(entry)) {
                    entries.add(entry);
                }
            }
        }
    }

    private static boolean isReached(Optional<Base> floor, long income, YearMonth month, Behind behind) {
        floor.ifPresent(lowest -> behind.add(lowest.behind(), month));
        return floor.filter(lowest -> income >= lowest.fen()).isPresent();
    }

    /** Of an earlier month: where nobody knows its lowest base, it was not reached. */
    private Optional<Base> known(YearMonth month) {
        try {
            return Optional.of(floor(month));
        } catch (ProblemException unknown) {
            if (unknown.type() == ProblemType.RULE_UNKNOWN || unknown.type() == ProblemType.DATE_BEFORE_RULES) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private Base floor(YearMonth month) {
        return new Bases(rules).floor(insurance, month, "/period");
    }

    private <T extends RuleValue> Cited<T> value(Class<T> form, Rule rule, YearMonth month) {
        return rules.value(form, rule, insurance, Relation.FLEXIBLE.name(), "", month.atDay(1))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.RULE_UNKNOWN, "What is refunded of " + insurance + " in " + month, "/insurance"));
    }
}
