package io.tongban.gateway.contribution.quote;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Finding;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleValue.Amount;
import io.tongban.gateway.contribution.policy.RuleValue.Percent;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bases within their limits: published ones, else shares of the average wage. */
final class Bases {
    private static final long MILLION = 1_000_000;

    private final Rules rules;

    Bases(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param pointer where the request names the insurance
     * @throws ProblemException base-outside-limits, base-needed, or rule-unknown where nobody knows the limits
     */
    Base of(Choice choice, String insurance, String relation, YearMonth month, String pointer) {
        LocalDate day = month.atDay(1);
        Base floor = floor(insurance, month, pointer);
        Base ceiling = limit(Rule.BASE_CEILING, Rule.BASE_CEILING_SHARE, insurance, day, pointer);
        if (choice instanceof Choice.Floor lowest) {
            return with(floor, lowest.entry());
        } else if (choice instanceof Choice.Ceiling highest) {
            return with(ceiling, highest.entry());
        } else if (choice instanceof Choice.ShareOfWage share) {
            Base wished = share(share.millionths(), insurance, day, pointer);
            long fen = Math.min(Math.max(wished.fen(), floor.fen()), ceiling.fen());
            return with(new Base(fen, joined(wished, floor, ceiling)), share.entry());
        } else if (choice instanceof Choice.Given given) {
            if (given.fen() < floor.fen() || given.fen() > ceiling.fen()) {
                throw new ProblemException(
                        ProblemType.BASE_OUTSIDE_LIMITS,
                        insurance + ": from " + floor.fen() + " to " + ceiling.fen() + " fen in " + month,
                        "/baseFen");
            }
            return new Base(given.fen(), joined(floor, ceiling));
        }
        throw new ProblemException(
                ProblemType.BASE_NEEDED, insurance + " as " + relation + " is computed of a base", "/baseFen");
    }

    /** The lowest at the place and in the month. */
    Base floor(String insurance, YearMonth month, String pointer) {
        return limit(Rule.BASE_FLOOR, Rule.BASE_FLOOR_SHARE, insurance, month.atDay(1), pointer);
    }

    private Base limit(Rule published, Rule share, String insurance, LocalDate day, String pointer) {
        Optional<Cited<Amount>> amount = rules.value(Amount.class, published, insurance, "", "", day);
        if (amount.isPresent()) {
            return new Base(amount.get().value().fen(), List.of(amount.get().entry()));
        }
        Cited<Percent> percent = rules.value(Percent.class, share, insurance, "", "", day)
                .orElseThrow(() -> missing(share, insurance, insurance, day, pointer));
        return with(share(percent.value().millionths(), insurance, day, pointer), percent.entry());
    }

    /** Of the average wage, rounded as bases are. */
    private Base share(long millionths, String insurance, LocalDate day, String pointer) {
        Cited<Amount> wage = rules.value(Amount.class, Rule.AVERAGE_WAGE, "", "", "", day)
                .orElseThrow(() -> missing(Rule.AVERAGE_WAGE, "", insurance, day, pointer));
        Cited<Amount> step = rules.value(Amount.class, Rule.BASE_ROUNDING, "", "", "", day)
                .orElseThrow(() -> missing(Rule.BASE_ROUNDING, "", insurance, day, pointer));
        long wanted = Math.multiplyExact(wage.value().fen(), millionths);
        long unit = Math.max(1, step.value().fen()) * MILLION;
        return new Base(
                (wanted + unit / 2) / unit * Math.max(1, step.value().fen()), List.of(wage.entry(), step.entry()));
    }

    private ProblemException missing(Rule rule, String of, String insurance, LocalDate day, String pointer) {
        boolean before = rules.find(rule, of, "", "", day) instanceof Finding.Absent absent
                && (absent.reason() == Finding.Reason.BEFORE_RULES || absent.reason() == Finding.Reason.NOT_KNOWN_THEN);
        return new ProblemException(
                before ? ProblemType.DATE_BEFORE_RULES : ProblemType.RULE_UNKNOWN,
                Words.of(rule) + " of " + YearMonth.from(day) + ", for " + insurance,
                pointer);
    }

    private static Base with(Base base, PolicyEntry entry) {
        List<PolicyEntry> behind = new ArrayList<>(base.behind());
        behind.add(entry);
        return new Base(base.fen(), behind);
    }

    private static List<PolicyEntry> joined(Base... bases) {
        List<PolicyEntry> all = new ArrayList<>();
        for (Base base : bases) {
            base.behind().stream().filter(entry -> !all.contains(entry)).forEach(all::add);
        }
        return all;
    }
}
