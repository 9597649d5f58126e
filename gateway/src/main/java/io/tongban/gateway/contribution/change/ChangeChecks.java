package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory.Standing;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.contribution.quote.PersonQuote;
import io.tongban.gateway.contribution.worker.Birth;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** Whether an insurance can be changed so, as it stands by now. */
final class ChangeChecks {
    /** Of the rules that know nothing to say: the province judges the base then. */
    private static final Set<ProblemType> NO_RULE =
            Set.of(ProblemType.RULE_UNKNOWN, ProblemType.DATE_BEFORE_RULES, ProblemType.INSURANCE_NOT_APPLICABLE);

    private ChangeChecks() {}

    /** @throws ProblemException insurance-paused, insurance-not-paused, insurance-ended, insurance-enrolled, change-in-past */
    static void checkOrder(InsuranceHistory history, InsuranceChange change, YearMonth from, String pointer) {
        Standing last = history.last();
        Optional<ProblemType> objection = switch (change) {
            case ENROL ->
                last == Standing.PAUSED
                        ? Optional.of(ProblemType.INSURANCE_PAUSED)
                        : history.isEnrolled() ? Optional.of(ProblemType.INSURANCE_ENROLLED) : Optional.empty();
            case CHANGE_BASE, PAUSE -> closed(last);
            case RESUME -> last == Standing.PAUSED ? Optional.empty() : Optional.of(ProblemType.INSURANCE_NOT_PAUSED);
            case END -> last == Standing.ENDED ? Optional.of(ProblemType.INSURANCE_ENDED) : Optional.empty();
        };
        if (objection.isPresent()) {
            throw new ProblemException(objection.get(), null, pointer);
        }
        history.latest().filter(from::isBefore).ifPresent(latest -> {
            throw new ProblemException(
                    ProblemType.CHANGE_IN_PAST, "The change before it holds from " + latest, "/from");
        });
    }

    private static Optional<ProblemType> closed(Standing last) {
        return switch (last) {
            case OPEN -> Optional.empty();
            case PAUSED -> Optional.of(ProblemType.INSURANCE_PAUSED);
            case ENDED -> Optional.of(ProblemType.INSURANCE_ENDED);
        };
    }

    /** What is paid, or being paid, stays insured: it is paused or ended after it. What others are paying is not named. */
    static void checkPaid(
            PersonsInsurances all, ChangeRequest request, InsuranceKind insurance, YearMonth from, String pointer) {
        if (request.change() == InsuranceChange.PAUSE || request.change() == InsuranceChange.END) {
            all.last(request.province(), insurance)
                    .filter(last -> !last.period().isBefore(from))
                    .ifPresent(last -> {
                        YearMonth told = last.told();
                        String detail = told == null || told.isBefore(from) ? null : "The last month is " + told;
                        throw new ProblemException(ProblemType.CHANGE_MONTH_PAID, detail, pointer);
                    });
        }
    }

    /** @throws ProblemException insured-elsewhere or insured-in-other-scheme */
    static void checkDuplicates(
            PersonsInsurances all, ChangeRequest request, InsuranceKind insurance, YearMonth from, String pointer) {
        if (all.isInsuredBesides(request.province(), insurance, from)) {
            throw new ProblemException(
                    ProblemType.INSURED_ELSEWHERE, "End it there, enrol here, then transfer (转移接续)", pointer);
        }
        Optional<InsuranceKind> other = Schemes.otherOf(insurance);
        if (other.filter(request.insurances()::contains).isPresent()) {
            throw new ProblemException(
                    ProblemType.INSURED_IN_OTHER_SCHEME, "The order names " + other.get() + ", too", pointer);
        }
        other.filter(each -> all.isInsured(each, from)).ifPresent(each -> {
            throw new ProblemException(ProblemType.INSURED_IN_OTHER_SCHEME, "End " + each + " first", pointer);
        });
    }

    /** Nobody enrols for the employees' pension who has reached the age of it. */
    static void checkAge(
            PolicyBook book,
            ProvinceCode province,
            InsuranceKind insurance,
            Birth birth,
            YearMonth from,
            LocalDate today,
            String pointer) {
        if (insurance.equals(Schemes.EMPLOYEES_PENSION)) {
            new PersonQuote(book, province.value(), birth.month(), birth.female() ? "FEMALE" : "MALE", today)
                    .retirement(Relation.FLEXIBLE, from.atDay(1))
                    .filter(retires -> !from.isBefore(retires.month()))
                    .ifPresent(retires -> {
                        throw new ProblemException(
                                ProblemType.RETIREMENT_AGE_REACHED, "It was reached in " + retires.month(), pointer);
                    });
        }
    }

    /** By the rules of the month, where there are any. */
    static void checkBase(
            PolicyBook book,
            ProvinceCode province,
            InsuranceKind insurance,
            long baseFen,
            YearMonth from,
            LocalDate today) {
        try {
            MonthlyContribution.of(book, province.value(), insurance.value(), baseFen, from, today);
        } catch (ProblemException refused) {
            if (!NO_RULE.contains(refused.type())) {
                throw new ProblemException(refused.type(), refused.getMessage(), "/baseFen");
            }
        }
    }
}
