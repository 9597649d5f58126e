package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Finding;
import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue.Parts;
import io.tongban.gateway.contribution.policy.RuleValue.Word;
import io.tongban.gateway.contribution.policy.Stated;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a flexible worker owes of one insurance for one month, where money may be taken under a mandate.
 *
 * @param fen whole fen
 * @param rule the entry that says how much of the base
 * @param behind all entries behind the amount, that one first
 */
public record MonthlyContribution(long fen, PolicyEntry rule, List<PolicyEntry> behind) {
    private static final String RELATION = Relation.FLEXIBLE.name();

    public MonthlyContribution {
        behind = List.copyOf(behind);
    }

    /**
     * By the rules of the month's first day. Limits that hold in a part of the province only are the province's to hold.
     *
     * @param place two digits of a province, or six of a division
     * @throws ProblemException insurance-not-applicable, date-before-rules, rule-unknown or base-outside-limits
     */
    public static MonthlyContribution of(
            PolicyBook book, String place, String insurance, long baseFen, YearMonth month, LocalDate knownAt) {
        Rules rules = new Rules(book, place, knownAt);
        PolicyEntry basis = standing(rules, Rule.BASIS, insurance, month);
        PolicyEntry rate = standing(rules, Rule.RATE, insurance, month);
        if (!(basis.stated() instanceof Stated.Value said && said.value() instanceof Word word)
                || !word.word().equals("MANDATE")) {
            throw new ProblemException(
                    ProblemType.INSURANCE_NOT_APPLICABLE, insurance + " is not taken under a mandate");
        }
        List<PolicyEntry> behind = new ArrayList<>(List.of(rate));
        if (rate.stated() instanceof Stated.ZeroByLaw) {
            throw new ProblemException(ProblemType.INSURANCE_NOT_APPLICABLE, rate.id() + ": nothing is paid for it");
        }
        if (!(rate.stated() instanceof Stated.Value value && value.value() instanceof Parts parts)) {
            throw new ProblemException(
                    rate.stated() instanceof Stated.NotApplicable
                            ? ProblemType.INSURANCE_NOT_APPLICABLE
                            : ProblemType.RULE_UNKNOWN,
                    rate.id() + ": " + rate.source());
        }
        Base base = new Bases(rules).of(new Choice.Given(baseFen), insurance, RELATION, month, "/insurance");
        base.behind().stream().filter(entry -> !behind.contains(entry)).forEach(behind::add);
        long fen = PartAmounts.of(base.fen(), parts.millionths()).entrySet().stream()
                .filter(part -> part.getKey().isPersons())
                .mapToLong(part -> part.getValue())
                .sum();
        return new MonthlyContribution(fen, rate, behind);
    }

    private static PolicyEntry standing(Rules rules, Rule rule, String insurance, YearMonth month) {
        LocalDate day = month.atDay(1);
        Finding found = rules.find(rule, insurance, RELATION, "", day);
        if (found instanceof Finding.Stands stands) {
            return stands.entry();
        }
        Finding.Reason reason = ((Finding.Absent) found).reason();
        ProblemType type = switch (reason) {
            case NO_RULE -> ProblemType.RULE_UNKNOWN;
            case BEFORE_RULES, NOT_KNOWN_THEN -> ProblemType.DATE_BEFORE_RULES;
            case ENDED -> ProblemType.RULE_UNKNOWN;
        };
        throw new ProblemException(type, insurance + " as " + RELATION + " in " + month);
    }

    /** The weakest of all that is behind it. */
    public Mark mark() {
        return Mark.weakest(behind);
    }

    public boolean isProvisional(YearMonth month) {
        return behind.stream().anyMatch(entry -> entry.isProvisional(month.atDay(1)));
    }
}
