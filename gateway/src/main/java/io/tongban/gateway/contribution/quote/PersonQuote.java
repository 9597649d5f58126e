package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What quotes say of one person in one province, for those who show it beside something else. */
public final class PersonQuote {
    private final PolicyBook book;
    private final String province;
    private final YearMonth birthMonth;
    private final String sex;
    private final LocalDate knownAt;

    /** @param sex MALE or FEMALE */
    public PersonQuote(PolicyBook book, String province, YearMonth birthMonth, String sex, LocalDate knownAt) {
        this.book = book;
        this.province = province;
        this.birthMonth = birthMonth;
        this.sex = sex;
        this.knownAt = knownAt;
    }

    /** What the person pays for a month, or for a year where it is paid by the year. */
    public record Contribution(long fen, boolean provisional) {}

    public record RetirementMonth(YearMonth month, List<PolicyEntry> behind) {}

    /**
     * On a base, or on the lowest where that is none of the month's; empty where a quote is refused, since a reason why
     * there is no amount is told by the quote itself.
     */
    public Optional<Contribution> contribution(
            String insurance, Relation relation, YearMonth month, boolean yearly, @Nullable Long baseFen) {
        try {
            return Optional.of(quoted(insurance, relation, month, yearly, baseFen));
        } catch (ProblemException refused) {
            boolean otherBase = baseFen != null
                    && (refused.type() == ProblemType.BASE_OUTSIDE_LIMITS
                            || refused.type() == ProblemType.GRADE_AND_BASE);
            return otherBase ? contribution(insurance, relation, month, yearly, null) : Optional.empty();
        }
    }

    private Contribution quoted(
            String insurance, Relation relation, YearMonth month, boolean yearly, @Nullable Long baseFen) {
        Option lowest = QuoteCalculation.of(
                        book,
                        new Question(
                                province,
                                "/province",
                                birthMonth,
                                sex,
                                relation,
                                List.of(insurance),
                                yearly ? Period.YEARLY.months() : Period.MONTHLY.months(),
                                null,
                                baseFen,
                                null,
                                null,
                                month.atDay(1),
                                knownAt))
                .options()
                .get(0);
        return new Contribution(lowest.personFen(), lowest.isProvisional());
    }

    /** Empty where no rule says which age it is. */
    public Optional<RetirementMonth> retirement(Relation relation, LocalDate asOf) {
        return RetirementCalculation.of(
                        new Rules(book, province, knownAt), birthMonth, sex, relation.name(), null, asOf)
                .map(found -> new RetirementMonth(found.statutory(), found.behind()));
    }
}
