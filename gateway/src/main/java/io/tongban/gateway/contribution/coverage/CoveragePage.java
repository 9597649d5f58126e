package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.cover.CoverMonths;
import io.tongban.gateway.contribution.cover.Outlook;
import io.tongban.gateway.contribution.coverage.CoverageEvent.LastTold;
import io.tongban.gateway.contribution.coverage.CoverageEvent.PersonInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.EnrolmentService.EnrolledWorker;
import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.payout.CollectingMonths;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.withholding.MonthUnderWay;
import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.contribution.withholding.WithholdingQueries;
import io.tongban.gateway.contribution.worker.WorkerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** So many persons at a time: what they paid, what follows from it, and whom to tell; a few statements for all of them. */
@ApplicationScoped
public class CoveragePage {
    private final WorkerService workers;
    private final EnrolmentService enrolments;
    private final WithholdingQueries withholdings;
    private final CollectingMonths collecting;
    private final Policies policies;
    private final CoverageWebhooks webhooks;
    private final Clock clock;

    @Inject
    public CoveragePage(
            WorkerService workers,
            EnrolmentService enrolments,
            WithholdingQueries withholdings,
            CollectingMonths collecting,
            Policies policies,
            CoverageWebhooks webhooks,
            Clock clock) {
        this.workers = workers;
        this.enrolments = enrolments;
        this.withholdings = withholdings;
        this.collecting = collecting;
        this.policies = policies;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** @param last the last person of the page; empty if there was none */
    record Told(int persons, String last, int events) {}

    Told tell(Handle handle, String after, int most) {
        List<String> persons = workers.personsAfter(handle, after, most);
        if (persons.isEmpty()) {
            return new Told(0, "", 0);
        }
        Map<PersonInsurance, LastTold> told = CoverageStore.told(handle, persons);
        Due due = due(handle, persons, told);
        List<CoverageEvent> fresh = List.of();
        if (!due.isEmpty()) {
            Map<String, List<EnrolledWorker>> there =
                    Warnings.byPlace(enrolments.enrolledOf(handle, List.copyOf(due.persons())));
            List<CoverageEvent> events = new ArrayList<>(due.ofStates());
            events.addAll(Warnings.of(due.cover(), due.lapses(), there, underWay(handle, due), LocalDate.now(clock)));
            fresh = CoverageStore.insert(handle, events, clock.instant());
            webhooks.tell(handle, fresh, event -> there.getOrDefault(Warnings.place(event.of()), List.of()));
        }
        return new Told(persons.size(), persons.get(persons.size() - 1), fresh.size());
    }

    /**
     * @param ofStates for all who have the worker
     * @param lapses days of lapses that are near
     */
    private record Due(CoverOfPersons cover, List<CoverageEvent> ofStates, Map<PersonInsurance, LocalDate> lapses) {
        boolean isEmpty() {
            return ofStates.isEmpty() && lapses.isEmpty();
        }

        Set<String> persons() {
            return Stream.concat(ofStates.stream().map(CoverageEvent::of), lapses.keySet().stream())
                    .map(PersonInsurance::personId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Due due(Handle handle, List<String> persons, Map<PersonInsurance, LastTold> told) {
        CoverOfPersons cover = new CoverOfPersons(
                policies.book(),
                months(handle, persons, told.keySet()),
                InsuranceHistories.find(handle, persons),
                LocalDate.now(clock));
        Due due = new Due(cover, new ArrayList<>(), new TreeMap<>(PersonInsurance.ORDER));
        List<PersonInsurance> lapsing = new ArrayList<>();
        for (PersonInsurance of : cover.all()) {
            Due each = due(cover, of, told);
            if (each.lapses().isEmpty()
                    && each.ofStates().stream().noneMatch(event -> event.type() == CoverageEvent.Type.LAPSED)) {
                due.ofStates().addAll(each.ofStates());
            } else {
                lapsing.add(of);
            }
        }
        // Of a lapse nobody is told who has retired; only these few are looked at so closely.
        cover.born(workers.births(
                handle, lapsing.stream().map(PersonInsurance::personId).collect(Collectors.toSet())));
        for (PersonInsurance of : lapsing) {
            Due each = due(cover, of, told);
            due.ofStates().addAll(each.ofStates());
            due.lapses().putAll(each.lapses());
        }
        return due;
    }

    private Due due(CoverOfPersons cover, PersonInsurance of, Map<PersonInsurance, LastTold> told) {
        LocalDate today = LocalDate.now(clock);
        Optional<LastTold> last = Optional.ofNullable(told.get(of));
        Outlook confirmed = cover.confirmed(of);
        Outlook expected = cover.isAnythingUnderWay(of) ? cover.expected(of) : confirmed;
        return new Due(
                cover,
                CoverageEvent.ofState(of, confirmed, expected, last, today).stream()
                        .toList(),
                CoverageEvent.lapsing(confirmed, expected, last, today)
                        .map(day -> Map.of(of, day))
                        .orElse(Map.of()));
    }

    private List<MonthUnderWay> underWay(Handle handle, Due due) {
        Set<String> persons = due.lapses().keySet().stream()
                .filter(due.cover()::isAnythingUnderWay)
                .map(PersonInsurance::personId)
                .collect(Collectors.toSet());
        if (persons.isEmpty()) {
            return List.of();
        }
        List<MonthUnderWay> underWay = new ArrayList<>(withholdings.underWay(handle, persons));
        underWay.addAll(collecting.holders(handle, persons));
        return underWay;
    }

    private Map<PersonInsurance, CoverMonths> months(
            Handle handle, List<String> persons, Collection<PersonInsurance> told) {
        Map<PersonInsurance, Set<YearMonth>> paid = new TreeMap<>(PersonInsurance.ORDER);
        Map<PersonInsurance, Set<YearMonth>> underWay = new HashMap<>();
        told.forEach(each -> paid.put(each, new HashSet<>()));
        for (PaidMonth month : withholdings.paid(handle, persons)) {
            PersonInsurance of = new PersonInsurance(
                    month.personId(),
                    month.province().value(),
                    month.insurance().value());
            paid.computeIfAbsent(of, key -> new HashSet<>());
            (month.isPaid() ? paid : underWay)
                    .computeIfAbsent(of, key -> new HashSet<>())
                    .add(month.period());
        }
        for (CollectingMonths.Collecting month : collecting.open(handle, persons)) {
            underWay.computeIfAbsent(
                            new PersonInsurance(
                                    month.personId(),
                                    month.province().value(),
                                    month.insurance().value()),
                            key -> new HashSet<>())
                    .add(month.period());
        }
        Map<PersonInsurance, CoverMonths> months = new TreeMap<>(PersonInsurance.ORDER);
        paid.forEach((of, all) -> months.put(of, CoverMonths.of(all, underWay.getOrDefault(of, Set.of()))));
        return months;
    }
}
