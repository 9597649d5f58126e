package io.tongban.sandbox.province;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The province's own judgement of what it is asked to do; it trusts no caller to have checked. */
final class ContributionRules {
    /** Labour Law, article 15 (K). */
    private static final int WORKING_AGE = 16;

    private final String provinceCode;
    private final ContributionPolicy policy;

    ContributionRules(String provinceCode, ContributionPolicy policy) {
        this.provinceCode = provinceCode;
        this.policy = policy;
    }

    /** Why this person cannot be registered; nothing if the person can. */
    Optional<Refusal> objection(RegisterOrder order, LocalDate today) {
        Optional<LocalDate> birth = CitizenNumber.birthDate(order.citizenNumber(), today);
        if (birth.isEmpty()) {
            return Optional.of(Refusal.PERSON_UNKNOWN);
        }
        boolean tooYoung = birth.get().plusYears(WORKING_AGE).isAfter(today);
        return tooYoung ? Optional.of(Refusal.NOT_ELIGIBLE) : Optional.empty();
    }

    /** Why this cannot be changed for this person, as far as it needs no look at what was changed before. */
    Optional<Refusal> objection(InsuranceOrder order, Optional<PersonTable.Person> person) {
        if (person.isEmpty()) {
            return Optional.of(Refusal.PERSON_UNKNOWN);
        }
        if (!person.get().citizenNumber().equals(order.citizenNumber())
                || !person.get().name().equals(order.name())) {
            return Optional.of(Refusal.IDENTITY_MISMATCH);
        }
        Optional<BaseLimits> limits = policy.limits(provinceCode, order.kind(), order.from());
        if (limits.isEmpty()) {
            return Optional.of(Refusal.NOT_ELIGIBLE);
        }
        return order.change().saysBase() && !limits.get().allows(order.baseFen())
                ? Optional.of(Refusal.AMOUNT_NOT_ALLOWED)
                : Optional.empty();
    }

    /** Why this cannot be booked for this person, as far as it needs no look at what is paid already. */
    Optional<Refusal> objection(WithholdOrder order, Optional<PersonTable.Person> person, LocalDate today) {
        if (person.isEmpty()
                || CitizenNumber.birthDate(order.citizenNumber(), today).isEmpty()) {
            return Optional.of(Refusal.PERSON_UNKNOWN);
        }
        if (!person.get().citizenNumber().equals(order.citizenNumber())
                || !person.get().name().equals(order.name())) {
            return Optional.of(Refusal.IDENTITY_MISMATCH);
        }
        Optional<BaseLimits> limits = policy.limits(provinceCode, order.kind(), order.period());
        Optional<ContributionRate> rate = policy.rate(provinceCode, order.kind(), order.period());
        if (limits.isEmpty() || rate.isEmpty() || order.period().isAfter(YearMonth.from(today))) {
            return Optional.of(Refusal.NOT_ELIGIBLE);
        }
        boolean allowed = limits.get().allows(order.baseFen())
                && order.amountFen() == rate.get().amountFen(order.baseFen());
        return allowed ? Optional.empty() : Optional.of(Refusal.AMOUNT_NOT_ALLOWED);
    }
}
