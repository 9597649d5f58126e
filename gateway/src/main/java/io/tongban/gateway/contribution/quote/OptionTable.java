package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All options of a question, side by side: what of a quote does not depend on the person. Most questions differ by the
 * person alone, so a table is computed once for a book.
 *
 * @param options in the order of what they cost; none of them says what remains of an income
 * @param rules all that were used, by id
 */
record OptionTable(List<Option> options, List<PolicyEntry> rules) {
    OptionTable {
        options = List.copyOf(options);
        rules = List.copyOf(rules);
    }

    /** All of a question that its options depend on, but for a base of its own. */
    private record Key(
            String division,
            String divisionPointer,
            Relation relation,
            List<String> insurances,
            int months,
            @Nullable String grade,
            YearMonth first,
            LocalDate knownAt) {}

    static OptionTable of(PolicyBook book, Question question) {
        if (question.baseFen() != null) {
            // There are as many bases as there are people.
            return computed(book, question);
        }
        Key key = new Key(
                question.division(),
                question.divisionPointer(),
                question.relation(),
                question.insurances(),
                question.months(),
                question.grade(),
                question.first(),
                question.knownAt());
        return book.derived(key, OptionTable.class, asked -> computed(book, question));
    }

    private static OptionTable computed(PolicyBook book, Question question) {
        Rules rules = new Rules(book, question.division(), question.knownAt());
        Grades grades = Grades.of(rules, question);
        if (grades.lack(question)) {
            // That there are no grades can be said only of what is known.
            new Lines(rules, question).requireKnown();
        }
        List<String> asked = grades.asked(question);
        List<Option> options = new ArrayList<>();
        for (String grade : asked.isEmpty() ? Collections.<@Nullable String>singletonList(null) : asked) {
            options.add(option(rules, question, grades, grade));
        }
        options.sort(Comparator.comparingLong(Option::sumFen));
        return new OptionTable(options, rules.used());
    }

    private static Option option(Rules rules, Question question, Grades grades, @Nullable String grade) {
        Lines of = new Lines(rules, question);
        Choice choice = grades.choice(rules, question, grade);
        List<Line> lines = new ArrayList<>();
        long subsidy = 0;
        for (String insurance : question.insurances()) {
            Rule yearly = of.yearlyRule(insurance);
            if (yearly != null) {
                Line line = of.ofAYear(yearly, insurance, grades.variant(yearly, insurance, grade));
                lines.add(line);
                subsidy += Lines.subsidyFen(line);
            } else {
                lines.addAll(of.ofMonths(insurance, grades.variant(Rule.RATE, insurance, grade), choice));
            }
        }
        Long base = lines.stream()
                .filter(line -> line.baseFen() != null)
                .findFirst()
                .map(Line::baseFen)
                .orElse(null);
        return new Option(grade, base, lines, subsidy, null);
    }
}
