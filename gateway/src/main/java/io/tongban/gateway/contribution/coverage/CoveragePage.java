package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.cover.Cover;
import io.tongban.gateway.contribution.cover.CoverMonths;
import io.tongban.gateway.contribution.cover.CoverRules;
import io.tongban.gateway.contribution.coverage.CoverageEvent.PersonInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.withholding.WithholdingQueries;
import io.tongban.gateway.contribution.worker.WorkerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** So many persons at a time: what they paid, what follows from it, and whom to tell; a few statements for all of them. */
@ApplicationScoped
public class CoveragePage {
    private final WorkerService workers;
    private final EnrolmentService enrolments;
    private final WithholdingQueries withholdings;
    private final Policies policies;
    private final CoverageWebhooks webhooks;
    private final Clock clock;

    @Inject
    public CoveragePage(
            WorkerService workers,
            EnrolmentService enrolments,
            WithholdingQueries withholdings,
            Policies policies,
            CoverageWebhooks webhooks,
            Clock clock) {
        this.workers = workers;
        this.enrolments = enrolments;
        this.withholdings = withholdings;
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
        List<CoverageEvent> fresh = CoverageStore.insert(handle, due(handle, persons), clock.instant());
        if (!fresh.isEmpty()) {
            List<String> concerned = fresh.stream()
                    .map(event -> event.of().personId())
                    .distinct()
                    .toList();
            Map<String, List<EnrolmentService.EnrolledWorker>> who = enrolments.enrolledOf(handle, concerned).stream()
                    .collect(Collectors.groupingBy(each -> each.personId() + each.province()));
            webhooks.tell(
                    handle,
                    fresh,
                    event -> who.getOrDefault(event.of().personId() + event.of().province(), List.of()));
        }
        return new Told(persons.size(), persons.get(persons.size() - 1), fresh.size());
    }

    private List<CoverageEvent> due(Handle handle, List<String> persons) {
        LocalDate today = LocalDate.now(clock);
        Map<PersonInsurance, CoverageEvent.Type> told = CoverageStore.told(handle, persons);
        Map<PersonInsurance, List<YearMonth>> paid = new TreeMap<>(PersonInsurance.ORDER);
        told.keySet().forEach(each -> paid.put(each, new ArrayList<>()));
        withholdings
                .paidBy(handle, persons)
                .forEach(row -> paid.computeIfAbsent(
                                new PersonInsurance(
                                        row.personId(),
                                        row.month().province().value(),
                                        row.month().insurance().value()),
                                key -> new ArrayList<>())
                        .add(row.month().period()));
        PolicyBook book = policies.book();
        Map<String, CoverRules> rules = new HashMap<>();
        List<CoverageEvent> due = new ArrayList<>();
        paid.forEach((of, months) -> {
            CoverRules there = rules.computeIfAbsent(
                    of.province() + of.insurance(), key -> new CoverRules(book, of.province(), of.insurance(), today));
            Cover cover = Cover.of(there, CoverMonths.of(months), Optional.empty(), today);
            due.addAll(CoverageEvent.due(of, cover.outlook(), Optional.ofNullable(told.get(of)), today));
        });
        return due;
    }
}
