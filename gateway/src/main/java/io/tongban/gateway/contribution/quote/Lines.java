package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Finding;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue;
import io.tongban.gateway.contribution.policy.RuleValue.Grade;
import io.tongban.gateway.contribution.policy.RuleValue.Parts;
import io.tongban.gateway.contribution.policy.Share;
import io.tongban.gateway.contribution.policy.Stated;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one insurance: of each month a share of the base, or of a year what all pay or the worker chose. */
final class Lines {
    private static final List<Rule> YEARLY = List.of(Rule.GRADE, Rule.ANNUAL_CONTRIBUTION);

    private final Rules rules;
    private final Bases bases;
    private final Question question;

    Lines(Rules rules, Question question) {
        this.rules = rules;
        this.bases = new Bases(rules);
        this.question = question;
    }

    /** What rules it, if the insurance is paid by the year; null if it is paid by the month. */
    @Nullable
    Rule yearlyRule(String insurance) {
        String relation = question.relation().name();
        LocalDate day = question.first().atDay(1);
        for (Rule rule : YEARLY) {
            if (!rules.variants(rule, insurance, relation, day).isEmpty()) {
                return rule;
            }
        }
        if (!isUnheardOf(rules.whyNone(Rule.RATE, insurance, relation, day))) {
            return null;
        }
        for (Rule rule : YEARLY) {
            if (!isUnheardOf(rules.whyNone(rule, insurance, relation, day))) {
                return rule;
            }
        }
        return null;
    }

    private static boolean isUnheardOf(Finding found) {
        return found instanceof Finding.Absent absent && absent.reason() == Finding.Reason.NO_RULE;
    }

    /** @throws ProblemException if nobody knows what one of the insurances costs in the first month, or there is no such */
    void requireKnown() {
        for (String insurance : question.insurances()) {
            Rule yearly = yearlyRule(insurance);
            PolicyEntry entry = standing(yearly == null ? Rule.RATE : yearly, insurance, "", question.first());
            if (!(entry.stated() instanceof Stated.ZeroByLaw)) {
                value(entry);
            }
        }
    }

    Line ofAYear(Rule rule, String insurance, String variant) {
        PolicyEntry entry = standing(rule, insurance, variant, question.first());
        long fen =
                entry.stated() instanceof Stated.ZeroByLaw ? 0 : value(entry) instanceof Grade grade ? grade.fen() : 0;
        if (question.months() != Period.YEARLY.months()) {
            throw new ProblemException(
                    ProblemType.PERIOD_NOT_OFFERED, insurance + " is paid by the year: YEARLY", "/period");
        }
        return new Line(
                insurance,
                true,
                "annual",
                question.first(),
                question.through(),
                null,
                null,
                fen,
                fen,
                entry,
                List.of(entry));
    }

    static long subsidyFen(Line line) {
        return line.rule().stated() instanceof Stated.Value value && value.value() instanceof Grade grade
                ? grade.subsidyFen()
                : 0;
    }

    /** @param variant of the rate, where it has several */
    List<Line> ofMonths(String insurance, String variant, Choice choice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < question.months(); i++) {
            for (Line next :
                    ofAMonth(insurance, variant, choice, question.first().plusMonths(i))) {
                int last = lastContinuedBy(lines, next);
                if (last < 0) {
                    lines.add(next);
                } else {
                    lines.set(last, lines.get(last).and(next));
                }
            }
        }
        return lines;
    }

    private static int lastContinuedBy(List<Line> lines, Line next) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).continuesIn(next)) {
                return i;
            }
        }
        return -1;
    }

    private List<Line> ofAMonth(String insurance, String variant, Choice choice, YearMonth month) {
        PolicyEntry entry = standing(Rule.RATE, insurance, variant, month);
        List<PolicyEntry> behind = new ArrayList<>(List.of(entry));
        if (question.relation() == Relation.PLATFORM_PAID) {
            // The country says what platforms pay, each province since when.
            PolicyEntry basis = standing(Rule.BASIS, insurance, "", month);
            value(basis);
            behind.add(basis);
        }
        if (entry.stated() instanceof Stated.ZeroByLaw) {
            return List.of(
                    new Line(insurance, true, Words.of(Share.PERSON), month, month, null, null, 0, 0, entry, behind));
        }
        if (!(value(entry) instanceof Parts parts)) {
            throw new IllegalStateException(entry.id() + " is not parts");
        }
        Base base = bases.of(choice, insurance, question.relation().name(), month, question.pointer(insurance));
        behind.addAll(base.behind());
        List<Line> lines = new ArrayList<>();
        PartAmounts.of(base.fen(), parts.millionths())
                .forEach((share, fen) -> lines.add(new Line(
                        insurance,
                        share.isPersons(),
                        Words.of(share),
                        month,
                        month,
                        base.fen(),
                        percent(parts.millionths().getOrDefault(share, 0L)),
                        fen,
                        fen,
                        entry,
                        behind)));
        return lines;
    }

    private static String percent(long millionths) {
        return BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString();
    }

    private PolicyEntry standing(Rule rule, String insurance, String variant, YearMonth month) {
        LocalDate day = month.atDay(1);
        String relation = question.relation().name();
        String pointer = question.pointer(insurance);
        Finding found = rules.find(rule, insurance, relation, variant, day);
        if (variant.isEmpty()
                && isUnheardOf(found)
                && rules.whyNone(rule, insurance, relation, day) instanceof Finding.Absent why) {
            found = why;
        }
        if (found instanceof Finding.Stands stands) {
            return stands.entry();
        }
        String what = insurance + " as " + question.relation();
        throw switch (((Finding.Absent) found).reason()) {
            case NO_RULE -> new ProblemException(ProblemType.INSURANCE_NOT_APPLICABLE, what, pointer);
            case BEFORE_RULES ->
                new ProblemException(ProblemType.DATE_BEFORE_RULES, "No rule for " + what + " in " + month, pointer);
            case NOT_KNOWN_THEN ->
                new ProblemException(
                        ProblemType.DATE_BEFORE_RULES,
                        "Nothing was known of " + what + " on " + question.knownAt(),
                        pointer);
            case ENDED ->
                new ProblemException(
                        ProblemType.RULE_UNKNOWN, "The rule for " + what + " ended before " + day, pointer);
        };
    }

    private RuleValue value(PolicyEntry entry) {
        if (entry.stated() instanceof Stated.Value value) {
            return value.value();
        }
        ProblemType type = entry.stated() instanceof Stated.NotApplicable
                ? ProblemType.INSURANCE_NOT_APPLICABLE
                : ProblemType.RULE_UNKNOWN;
        throw new ProblemException(
                type,
                entry.id() + ": " + entry.source(),
                question.pointer(entry.key().insurance()));
    }
}
