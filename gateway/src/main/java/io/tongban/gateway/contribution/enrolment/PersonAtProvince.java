package io.tongban.gateway.contribution.enrolment;

import static java.util.Objects.requireNonNull;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.dispatch.Readiness;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that a person is registered at a province once: a second registration would make a second person number
 * there. Whoever comes later waits for the answer to the one that went; a refusal lets the next one go, a person number
 * answers the others. Those are told what the province would say, by the name that it accepted, and after as long as it
 * took for one of its last answers: a partner cannot tell whether another one was there before.
 */
@ApplicationScoped
public class PersonAtProvince {
    private static final int LAST = 32;

    private final InsuredPersons persons;
    private final EnrolmentEvents events;
    private final ProvinceLink link;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public PersonAtProvince(Pii pii, EnrolmentEvents events, ProvinceLink link, Clock clock) {
        this.persons = new InsuredPersons(pii);
        this.events = events;
        this.link = link;
        this.clock = clock;
    }

    Readiness ready(Handle handle, String enrolmentId) {
        EnrolmentRow asked = EnrolmentStore.find(handle, enrolmentId).orElseThrow();
        List<EnrolmentRow> ofPerson = EnrolmentStore.holdOfPerson(handle, asked.enrolment());
        Optional<EnrolmentRow> own = ofPerson.stream()
                .filter(each -> each.enrolment().id().equals(enrolmentId))
                .findFirst();
        if (own.isEmpty()) {
            // Refused between the two statements.
            return Readiness.OVER;
        }
        return own.get().atProvince() ? Readiness.GO : ready(handle, own.get(), ofPerson);
    }

    private Readiness ready(Handle handle, EnrolmentRow row, List<EnrolmentRow> ofPerson) {
        Optional<EnrolmentRow> there =
                ofPerson.stream().filter(EnrolmentRow::atProvince).findFirst();
        if (there.isEmpty()) {
            EnrolmentStates.toProvince(handle, row.enrolment().id());
            return Readiness.GO;
        }
        return there.get().enrolment().isEnrolled() ? answered(handle, row, there.get()) : new Readiness.Wait(null);
    }

    private Readiness answered(Handle handle, EnrolmentRow row, EnrolmentRow there) {
        Instant now = clock.instant();
        Instant due = row.answerDue() == null ? due(handle, row, now) : row.answerDue();
        if (now.isBefore(due)) {
            return new Readiness.Wait(due);
        }
        String id = row.enrolment().id();
        Optional<EnrolmentRow> settled = persons.sameName(row, there)
                ? EnrolmentStates.enrol(handle, id, requireNonNull(there.personNumber()), now)
                : EnrolmentStates.refuse(handle, id, ProblemType.PROVINCE_IDENTITY_MISMATCH, now);
        settled.ifPresent(each -> events.tell(handle, Actor.gateway(), each.enrolment()));
        return Readiness.OVER;
    }

    private Instant due(Handle handle, EnrolmentRow row, Instant now) {
        ProvinceCode province = row.enrolment().province();
        List<Long> last = EnrolmentStore.lastDurations(handle, province, LAST);
        Duration took =
                last.isEmpty() ? usual(province, now) : Duration.ofMillis(last.get(random.nextInt(last.size())));
        Instant due = row.createdAt().plus(took);
        EnrolmentStates.answerDue(handle, row.enrolment().id(), due);
        return due;
    }

    private Duration usual(ProvinceCode province, Instant now) {
        return link.facts(province)
                .map(ProvinceFacts::expectedBy)
                .map(expected -> Duration.between(now, expected))
                .orElse(Duration.ZERO);
    }
}
