package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.cover.Cover;
import io.tongban.gateway.contribution.cover.CoverMonths;
import io.tongban.gateway.contribution.cover.CoverRules;
import io.tongban.gateway.contribution.cover.Outlook;
import io.tongban.gateway.contribution.cover.Retires;
import io.tongban.gateway.contribution.coverage.CoverageEvent.PersonInsurance;
import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.quote.PersonQuote;
import io.tongban.gateway.contribution.worker.Birth;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How the insurances of a page of persons stand today, by the rules. For one thread. */
final class CoverOfPersons {
    private final PolicyBook book;
    private final Map<PersonInsurance, CoverMonths> months;
    private final Map<String, Map<ProvinceCode, InsuranceHistories>> changes;
    private final LocalDate today;
    private final Map<String, CoverRules> rules = new HashMap<>();
    private final Map<String, Birth> births = new HashMap<>();

    /**
     * @param months paid, or on their way through whomever
     * @param changes by person and province
     */
    CoverOfPersons(
            PolicyBook book,
            Map<PersonInsurance, CoverMonths> months,
            Map<String, Map<ProvinceCode, InsuranceHistories>> changes,
            LocalDate today) {
        this.book = book;
        this.months = months;
        this.changes = changes;
        this.today = today;
    }

    /** In one order. */
    Set<PersonInsurance> all() {
        return months.keySet();
    }

    /** Of these persons it is known from now on when they retire. */
    void born(Map<String, Birth> known) {
        births.putAll(known);
    }

    /** By what is confirmed alone. */
    Outlook confirmed(PersonInsurance of) {
        return outlook(of, List.of());
    }

    /** If all that is on its way comes to be confirmed. */
    Outlook expected(PersonInsurance of) {
        return outlook(of, of(of).underWay());
    }

    /** If these months come to be confirmed. */
    Outlook outlook(PersonInsurance of, Collection<YearMonth> underWay) {
        CoverRules there = rules.computeIfAbsent(
                of.province() + of.insurance(), key -> new CoverRules(book, of.province(), of.insurance(), today));
        Optional<Retires> retires =
                Optional.ofNullable(births.get(of.personId())).flatMap(birth -> retires(there, birth));
        return Cover.of(there, CoverMonths.of(of(of).paid(), underWay), history(of), retires, today)
                .outlook();
    }

    boolean isAnythingUnderWay(PersonInsurance of) {
        return !of(of).underWay().isEmpty();
    }

    private CoverMonths of(PersonInsurance of) {
        return Objects.requireNonNull(months.get(of), "one of all()");
    }

    private InsuranceHistory history(PersonInsurance of) {
        return changes.getOrDefault(of.personId(), Map.of())
                .getOrDefault(new ProvinceCode(of.province()), InsuranceHistories.NONE)
                .of(new InsuranceKind(of.insurance()));
    }

    private Optional<Retires> retires(CoverRules there, Birth birth) {
        return there.relation(YearMonth.from(today))
                .filter(relation -> relation != Relation.RESIDENT)
                .flatMap(relation -> new PersonQuote(
                                book, there.province(), birth.month(), birth.female() ? "FEMALE" : "MALE", today)
                        .retirement(relation, today))
                .map(found -> new Retires(found.month(), found.behind()));
    }
}
