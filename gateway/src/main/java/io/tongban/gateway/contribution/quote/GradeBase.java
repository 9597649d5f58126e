package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What a grade of a flexible worker's insurance is as a base. */
public final class GradeBase {
    private GradeBase() {}

    /**
     * By the rules of the month's first day.
     *
     * @return whole fen a month
     * @throws ProblemException grade-unknown at /grade; base-needed where the grade says no base; rule-unknown or
     *     date-before-rules at /insurance
     */
    public static long fen(
            PolicyBook book, String province, String insurance, String grade, YearMonth month, LocalDate knownAt) {
        Rules rules = new Rules(book, province, knownAt);
        Question question = new Question(
                province,
                "/province",
                month,
                "",
                Relation.FLEXIBLE,
                List.of(insurance),
                Period.MONTHLY.months(),
                grade,
                null,
                null,
                null,
                month.atDay(1),
                knownAt);
        Grades grades = Grades.of(rules, question);
        grades.asked(question);
        Choice choice = grades.choice(rules, question, grade);
        if (choice instanceof Choice.None) {
            throw new ProblemException(ProblemType.BASE_NEEDED, null, "/baseFen");
        }
        return new Bases(rules)
                .of(choice, insurance, Relation.FLEXIBLE.name(), month, "/insurance")
                .fen();
    }
}
