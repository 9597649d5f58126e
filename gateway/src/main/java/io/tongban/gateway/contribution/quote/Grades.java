package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue.Percent;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be chosen: of the insurances asked for, the first that has grades says which. */
record Grades(@Nullable Rule rule, String insurance, List<String> names) {
    private static final List<Rule> CHOSEN = List.of(Rule.BASE_GRADE, Rule.GRADE, Rule.RATE);
    private static final Grades NONE = new Grades(null, "", List.of());

    static Grades of(Rules rules, Question question) {
        for (String insurance : question.insurances()) {
            for (Rule rule : CHOSEN) {
                List<String> names =
                        rules
                                .variants(
                                        rule,
                                        insurance,
                                        question.relation().name(),
                                        question.first().atDay(1))
                                .stream()
                                .filter(name -> !name.isEmpty())
                                .toList();
                if (!names.isEmpty()) {
                    return new Grades(rule, insurance, names);
                }
            }
        }
        return NONE;
    }

    /** Whether a grade is asked for where there is none to choose. */
    boolean lack(Question question) {
        return question.grade() != null && names.isEmpty();
    }

    /** @throws ProblemException grade-unknown, or grade-and-base where both are said */
    List<String> asked(Question question) {
        if (question.baseFen() != null
                && ((question.grade() != null && rule == Rule.BASE_GRADE) || rule == Rule.GRADE)) {
            throw new ProblemException(ProblemType.GRADE_AND_BASE, null, "/baseFen");
        }
        if (question.grade() == null) {
            return question.baseFen() != null && rule == Rule.BASE_GRADE ? List.of() : names;
        }
        if (!names.contains(question.grade())) {
            throw new ProblemException(
                    ProblemType.GRADE_UNKNOWN,
                    names.isEmpty() ? "There are none" : "One of " + String.join(", ", names),
                    "/grade");
        }
        return List.of(question.grade());
    }

    /** The variant of this rule that the grade means for the insurance; empty if it means none. */
    String variant(Rule asked, String of, @Nullable String grade) {
        return grade != null && asked == rule && of.equals(insurance) ? grade : "";
    }

    /** How the base comes about under a grade. */
    Choice choice(Rules rules, Question question, @Nullable String grade) {
        if (question.baseFen() != null) {
            return new Choice.Given(question.baseFen());
        }
        if (grade == null || rule != Rule.BASE_GRADE) {
            return new Choice.None();
        }
        LocalDate day = question.first().atDay(1);
        Optional<Cited<Percent>> share =
                rules.value(Percent.class, rule, insurance, question.relation().name(), grade, day);
        if (share.isEmpty()) {
            throw new ProblemException(
                    ProblemType.RULE_UNKNOWN,
                    "Grade " + grade + " of " + insurance + " in " + question.first(),
                    question.grade() == null ? question.pointer(insurance) : "/grade");
        }
        long millionths = share.get().value().millionths();
        if (is(rules, Rule.BASE_FLOOR_SHARE, millionths, day)) {
            return new Choice.Floor(share.get().entry());
        }
        if (is(rules, Rule.BASE_CEILING_SHARE, millionths, day)) {
            return new Choice.Ceiling(share.get().entry());
        }
        return new Choice.ShareOfWage(millionths, share.get().entry());
    }

    private boolean is(Rules rules, Rule limit, long millionths, LocalDate day) {
        return rules.value(Percent.class, limit, insurance, "", "", day)
                .filter(share -> share.value().millionths() == millionths)
                .isPresent();
    }
}
