package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.cover.Outlook;
import io.tongban.gateway.contribution.coverage.CoverageEvent.PersonInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentService.EnrolledWorker;
import io.tongban.gateway.contribution.withholding.MonthUnderWay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Warns each partner of a lapse by what it may know itself: what is confirmed, and what it withheld or holds back on its
 * own. Who would see another lapse by that, or none, is not told, so that no day tells of another partner's payment.
 */
final class Warnings {
    private Warnings() {}

    /**
     * @param lapses the days of all lapses that are near
     * @param there whose workers these persons are, by {@link #place}
     * @param underWay of these persons, through whomever
     */
    static List<CoverageEvent> of(
            CoverOfPersons cover,
            Map<PersonInsurance, LocalDate> lapses,
            Map<String, List<EnrolledWorker>> there,
            List<MonthUnderWay> underWay,
            LocalDate today) {
        Map<Own, List<YearMonth>> months = underWay.stream()
                .collect(Collectors.groupingBy(
                        Warnings::own, Collectors.mapping(MonthUnderWay::period, Collectors.toList())));
        List<CoverageEvent> warnings = new ArrayList<>();
        lapses.forEach((of, day) -> there.getOrDefault(place(of), List.of()).forEach(worker -> {
            Outlook own = cover.outlook(of, months.getOrDefault(new Own(worker.clientId(), of), List.of()));
            if (CoverageEvent.near(own, today).equals(Optional.of(day))) {
                warnings.add(new CoverageEvent(of, CoverageEvent.Type.LAPSING, worker.clientId(), day, null, own));
            }
        }));
        return warnings;
    }

    /** A person's workers by where they are enrolled. */
    static Map<String, List<EnrolledWorker>> byPlace(List<EnrolledWorker> workers) {
        return workers.stream().collect(Collectors.groupingBy(each -> each.personId() + each.province()));
    }

    static String place(PersonInsurance of) {
        return of.personId() + of.province();
    }

    private record Own(String clientId, PersonInsurance of) {}

    private static Own own(MonthUnderWay month) {
        return new Own(
                month.clientId(),
                new PersonInsurance(
                        month.personId(),
                        month.province().value(),
                        month.insurance().value()));
    }
}
