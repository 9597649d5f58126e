package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue.Amount;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From policies and a question to a quote. Nothing but its arguments goes into it, so the same have the same. */
final class QuoteCalculation {
    private static final int OLDEST_YEARS = 120;
    /** No income that this is for is so many times the average wage. */
    private static final long MOST_WAGES = 100;

    private static final Comparator<PolicyEntry> BY_ID = Comparator.comparing(PolicyEntry::id);

    private final PolicyBook book;
    private final Rules rules;
    private final Question question;

    private QuoteCalculation(PolicyBook book, Question question) {
        this.book = book;
        this.rules = new Rules(book, question.division(), question.knownAt());
        this.question = question;
    }

    /** @param rules all that were used, by id */
    record Quoted(
            Question question,
            List<Option> options,
            @Nullable Retirement retirement,
            List<PolicyEntry> rules) {
        boolean isProvisional() {
            return options.stream().anyMatch(Option::isProvisional);
        }

        /** Whether something here is provisional because of the rule; one behind no line counts by the first month. */
        boolean isProvisionalBy(PolicyEntry rule) {
            List<Line> lines = options.stream()
                    .flatMap(option -> option.lines().stream())
                    .filter(line -> line.behind().contains(rule))
                    .toList();
            Retirement retires = retirement;
            if (retires != null && retires.isProvisionalBy(rule, question.asOf())) {
                return true;
            }
            if (lines.isEmpty() && (retires == null || !retires.behind().contains(rule))) {
                return rule.isProvisional(question.first().atDay(1));
            }
            return lines.stream().anyMatch(line -> line.isProvisionalBy(rule));
        }
    }

    /** @throws ProblemException where the policies have no answer, or the question makes no sense */
    static Quoted of(PolicyBook book, Question question) {
        if (!book.provinces().contains(question.province())) {
            throw new ProblemException(ProblemType.PROVINCE_UNKNOWN, null, question.divisionPointer());
        }
        return new QuoteCalculation(book, question).quoted();
    }

    private Quoted quoted() {
        requireEachOnce();
        requirePlausible();
        Optional<Retirement> retirement = RetirementCalculation.of(
                rules,
                question.birthMonth(),
                question.sex(),
                question.relation().name(),
                question.paidMonths(),
                question.asOf());
        OptionTable table = OptionTable.of(book, question);
        if (question.baseFen() != null && table.options().stream().allMatch(option -> option.baseFen() == null)) {
            throw new ProblemException(ProblemType.GRADE_AND_BASE, "Nothing here is computed of a base", "/baseFen");
        }
        retirement.ifPresent(this::requireNotRetired);
        return new Quoted(question, remaining(table.options()), retirement.orElse(null), joined(table.rules()));
    }

    private List<Option> remaining(List<Option> options) {
        Long income = question.monthlyIncomeFen();
        return income == null
                ? options
                : options.stream()
                        .map(option -> option.remaining(income * question.months() - option.personFen()))
                        .toList();
    }

    /** With those that the person's own days used. */
    private List<PolicyEntry> joined(List<PolicyEntry> table) {
        List<PolicyEntry> all = new ArrayList<>(table);
        for (PolicyEntry entry : rules.used()) {
            int at = Collections.binarySearch(all, entry, BY_ID);
            if (at < 0) {
                all.add(-at - 1, entry);
            }
        }
        return all;
    }

    private void requireEachOnce() {
        for (int i = 0; i < question.insurances().size(); i++) {
            if (question.insurances().indexOf(question.insurances().get(i)) < i) {
                throw new ProblemException(
                        ProblemType.FIELD_INVALID, "A list holds each element once", "/insurances/" + i);
            }
        }
    }

    private void requirePlausible() {
        long age = ChronoUnit.YEARS.between(question.birthMonth(), question.first());
        if (question.birthMonth().isAfter(question.first()) || age > OLDEST_YEARS) {
            throw new ProblemException(ProblemType.BIRTH_MONTH_IMPLAUSIBLE, null, "/birthMonth");
        }
        Long income = question.monthlyIncomeFen();
        if (income == null) {
            return;
        }
        long wage = rules.value(
                        Amount.class,
                        Rule.AVERAGE_WAGE,
                        "",
                        "",
                        "",
                        question.first().atDay(1))
                .map(cited -> cited.value().fen())
                .orElse(Long.MAX_VALUE / MOST_WAGES);
        if (income < 0 || income > wage * MOST_WAGES) {
            throw new ProblemException(
                    ProblemType.INCOME_IMPLAUSIBLE, "From 0 to " + wage * MOST_WAGES + " fen", "/monthlyIncomeFen");
        }
    }

    /** Residents may go on paying; who is insured for work retires. */
    private void requireNotRetired(Retirement retirement) {
        if (question.relation() == Relation.RESIDENT) {
            return;
        }
        YearMonth statutory = retirement.statutory();
        if (!question.first().isBefore(statutory)) {
            throw new ProblemException(ProblemType.RETIREMENT_AGE_REACHED, "In " + statutory, "/birthMonth");
        }
        if (!question.through().isBefore(statutory)) {
            throw new ProblemException(ProblemType.RETIRES_WITHIN_PERIOD, "In " + statutory, "/period");
        }
    }
}
