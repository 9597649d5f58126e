package io.tongban.gateway.contribution.advice;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.advice.Advised.Verdict;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleKey;
import io.tongban.gateway.contribution.policy.RuleValue.Amount;
import io.tongban.gateway.contribution.policy.RuleValue.Count;
import io.tongban.gateway.contribution.policy.Stated.Value;
import io.tongban.gateway.contribution.quote.PersonQuote;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which insurances fit, from what was said and the rules: a pure function. It advises, and applies nothing. */
final class AdviceCalculation {
    private static final int OLDEST_YEARS = 120;
    /** A million yuan a month: nobody whom this is for earns it. */
    private static final long MOST_INCOME_FEN = 100_000_000;

    private final PolicyBook book;
    private final AdviceQuestion question;
    private final PersonQuote atWork;
    private final PersonQuote atHome;
    private final Band from;
    private final Band to;

    private AdviceCalculation(PolicyBook book, AdviceQuestion question) {
        this.book = book;
        this.question = question;
        atWork = quote(question.workPlace());
        atHome = quote(question.household());
        from = band(Rule.ADVICE_INCOME_FROM);
        to = band(Rule.ADVICE_INCOME_TO);
    }

    private record Band(long fen, PolicyEntry rule) {}

    /**
     * Each that can be had, those that fit first.
     *
     * @throws ProblemException where the question makes no sense, or no rule says for whom the scheme of employees is
     */
    static List<Advised> of(PolicyBook book, AdviceQuestion question) {
        requirePlausible(book, question);
        AdviceCalculation calculation = new AdviceCalculation(book, question);
        return Arrays.stream(Scheme.values())
                .flatMap(scheme -> calculation.advised(scheme).stream())
                .sorted(Comparator.comparing(Advised::verdict))
                .toList();
    }

    private static void requirePlausible(PolicyBook book, AdviceQuestion question) {
        requireKnown(book, question.household(), "/household");
        requireKnown(book, question.workPlace(), "/workPlace");
        YearMonth today = YearMonth.from(question.asOf());
        if (question.birthMonth().isAfter(today) || question.birthMonth().isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new ProblemException(ProblemType.BIRTH_MONTH_IMPLAUSIBLE, null, "/birthMonth");
        }
        if (question.monthlyIncomeFen() < 0 || question.monthlyIncomeFen() > MOST_INCOME_FEN) {
            throw new ProblemException(
                    ProblemType.INCOME_IMPLAUSIBLE, "From 0 to " + MOST_INCOME_FEN + " fen", "/monthlyIncomeFen");
        }
    }

    private static void requireKnown(PolicyBook book, String division, String pointer) {
        if (!book.provinces().contains(division.substring(0, 2))) {
            throw new ProblemException(ProblemType.PROVINCE_UNKNOWN, null, pointer);
        }
    }

    private Optional<Advised> advised(Scheme scheme) {
        if (scheme == Scheme.ORDERS) {
            return orders();
        }
        List<Reason> reasons = new ArrayList<>();
        Verdict verdict = verdict(scheme, reasons);
        Relation relation = scheme.relation();
        return Optional.of(new Advised(
                scheme,
                verdict,
                reasons,
                (scheme.atWorkPlace() ? atWork : atHome)
                        .contribution(
                                scheme.insurance(),
                                relation,
                                YearMonth.from(question.asOf()),
                                scheme.isResidents(),
                                null)
                        .orElse(null)));
    }

    /** The platform owes it where the province has begun with it; nothing is chosen. */
    private Optional<Advised> orders() {
        return question.onPlatforms()
                ? standing(
                                question.workPlace(),
                                new RuleKey(Rule.BASIS, Scheme.ORDERS.insurance(), "PLATFORM_PAID", "", ""),
                                question.asOf())
                        .filter(entry -> entry.stated() instanceof Value)
                        .map(entry -> new Advised(
                                Scheme.ORDERS, Verdict.FITS, List.of(AdviceTexts.platformPays(entry)), null))
                : Optional.empty();
    }

    private Verdict verdict(Scheme scheme, List<Reason> reasons) {
        if (question.held().contains(scheme.insurance())) {
            reasons.add(AdviceTexts.alreadyHeld());
            return scheme.isEmployees() == areEmployeesAdvised() ? Verdict.FITS : Verdict.POSSIBLE;
        }
        if (scheme.isEmployees() && isAgeReached(reasons)) {
            return Verdict.NOT_OPEN;
        }
        boolean heldCounterpart = question.held().contains(scheme.counterpart().insurance());
        if (scheme.isEmployees() == areEmployeesAdvised()) {
            reasons.add(why(true));
            if (heldCounterpart) {
                reasons.add(AdviceTexts.heldCounterpart());
            }
            nearRetirement(scheme).ifPresent(reasons::add);
            return Verdict.FITS;
        }
        if (heldCounterpart || areEmployeesAdvised()) {
            reasons.add(AdviceTexts.duplicate());
            return Verdict.NOT_BESIDE;
        }
        reasons.add(why(false));
        nearRetirement(scheme).ifPresent(reasons::add);
        return Verdict.POSSIBLE;
    }

    /** For whom works through platforms and earns enough, as long as it can still be begun. */
    private boolean areEmployeesAdvised() {
        return question.onPlatforms() && question.monthlyIncomeFen() >= from.fen && !isAgeReached(new ArrayList<>());
    }

    private Reason why(boolean fits) {
        if (!question.onPlatforms()) {
            return AdviceTexts.noPlatformWork(fits);
        }
        if (question.monthlyIncomeFen() < from.fen) {
            return AdviceTexts.belowBand(from.fen, fits, from.rule);
        }
        return question.monthlyIncomeFen() > to.fen
                ? AdviceTexts.aboveBand(to.fen, to.rule)
                : AdviceTexts.inBand(from.fen, to.fen, from.rule);
    }

    private boolean isAgeReached(List<Reason> reasons) {
        Optional<PersonQuote.RetirementMonth> retires = retirement();
        retires.filter(month -> !month.month().isAfter(YearMonth.from(question.asOf())))
                .ifPresent(month -> reasons.add(
                        AdviceTexts.ageReached(month.month(), month.behind().get(0))));
        return !reasons.isEmpty();
    }

    /** Where fewer months are left than a pension needs. */
    private Optional<Reason> nearRetirement(Scheme scheme) {
        if (scheme != Scheme.EMPLOYEES_PENSION) {
            return Optional.empty();
        }
        return retirement().flatMap(retires -> {
            YearMonth month = retires.month();
            int left = Math.toIntExact(ChronoUnit.MONTHS.between(YearMonth.from(question.asOf()), month));
            return standing(
                            question.workPlace(),
                            new RuleKey(Rule.MINIMUM_MONTHS, scheme.insurance(), "", "", ""),
                            month.atDay(1))
                    .flatMap(entry -> entry.stated() instanceof Value said && said.value() instanceof Count minimum
                            ? near(month, left, minimum.number() - question.paidMonths(), entry)
                            : Optional.empty());
        });
    }

    private static Optional<Reason> near(YearMonth retires, int left, int missing, PolicyEntry rule) {
        return left < missing
                ? Optional.of(AdviceTexts.retirementNear(retires, left, missing, rule))
                : Optional.empty();
    }

    private Optional<PersonQuote.RetirementMonth> retirement() {
        return atWork.retirement(Relation.FLEXIBLE, question.asOf());
    }

    private PersonQuote quote(String division) {
        return new PersonQuote(book, division, question.birthMonth(), question.sex(), question.knownAt());
    }

    private Band band(Rule rule) {
        PolicyEntry entry = standing(question.workPlace(), new RuleKey(rule, "", "", "", ""), question.asOf())
                .orElseThrow(
                        () -> new ProblemException(ProblemType.DATE_BEFORE_RULES, "No rule of advice on that day"));
        if (!(entry.stated() instanceof Value said && said.value() instanceof Amount amount)) {
            throw new ProblemException(ProblemType.RULE_UNKNOWN, entry.id() + ": " + entry.source());
        }
        return new Band(amount.fen(), entry);
    }

    private Optional<PolicyEntry> standing(String division, RuleKey key, LocalDate day) {
        return book.find(division, key, day, question.knownAt()).standing();
    }
}
