package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue.Cohort;
import io.tongban.gateway.contribution.policy.RuleValue.Count;
import io.tongban.gateway.contribution.policy.RuleValue.Word;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Month of retirement: the age of old, and the months by which it has risen for the month of birth. */
final class RetirementCalculation {
    private static final String PENSION = "AAE140:110";

    private RetirementCalculation() {}

    /** Empty where the rules do not say which age it is. */
    static Optional<Retirement> of(
            Rules rules, YearMonth birth, String sex, String relation, @Nullable Integer paidMonths, LocalDate asOf) {
        return rules.value(Word.class, Rule.RETIREMENT_COHORT, "", relation, sex, asOf)
                .flatMap(word -> rules.value(
                                Cohort.class,
                                Rule.RETIREMENT_AGE,
                                "",
                                "",
                                word.value().word(),
                                asOf)
                        .map(cohort -> computed(rules, birth, word.entry(), cohort, paidMonths, asOf)));
    }

    private static Retirement computed(
            Rules rules,
            YearMonth birth,
            PolicyEntry chosen,
            Cited<Cohort> cohort,
            @Nullable Integer paidMonths,
            LocalDate asOf) {
        List<PolicyEntry> behind = new ArrayList<>(List.of(chosen, cohort.entry()));
        int delay = cohort.value().delayMonths(birth);
        YearMonth old = birth.plusMonths(cohort.value().ageMonths());
        YearMonth statutory = old.plusMonths(delay);
        YearMonth earlier = statutory.minusMonths(count(rules, Rule.RETIREMENT_EARLIER_MONTHS, "", asOf, behind, 0));
        YearMonth later = statutory.plusMonths(count(rules, Rule.RETIREMENT_LATER_MONTHS, "", asOf, behind, 0));
        int minimum = count(rules, Rule.MINIMUM_MONTHS, PENSION, statutory.atDay(1), behind, -1);
        return new Retirement(
                statutory,
                earlier.isBefore(old) ? old : earlier,
                later,
                delay,
                minimum < 0 ? null : minimum,
                minimum < 0 || paidMonths == null ? null : Math.max(0, minimum - paidMonths),
                behind);
    }

    private static int count(
            Rules rules, Rule rule, String insurance, LocalDate day, List<PolicyEntry> behind, int unknown) {
        Optional<Cited<Count>> found = rules.value(Count.class, rule, insurance, "", "", day);
        found.ifPresent(cited -> behind.add(cited.entry()));
        return found.map(cited -> cited.value().number()).orElse(unknown);
    }
}
