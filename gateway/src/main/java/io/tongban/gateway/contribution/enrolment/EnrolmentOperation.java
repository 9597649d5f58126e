package io.tongban.gateway.contribution.enrolment;

import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.gateway.delivery.dispatch.OutcomeMatch;
import io.tongban.gateway.delivery.dispatch.ProvinceOperation;
import io.tongban.gateway.delivery.dispatch.Readiness;
import io.tongban.gateway.delivery.province.ProvinceKeys;
import io.tongban.gateway.delivery.province.RefusalProblems;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.Registered;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sends registrations and books what came of them. */
@ApplicationScoped
public class EnrolmentOperation implements ProvinceOperation {
    static final String KIND = "province.register";

    private final InsuredPersons persons;
    private final PersonAtProvince atProvince;
    private final EnrolmentEvents events;
    private final Clock clock;

    @Inject
    public EnrolmentOperation(Pii pii, PersonAtProvince atProvince, EnrolmentEvents events, Clock clock) {
        this.persons = new InsuredPersons(pii);
        this.atProvince = atProvince;
        this.events = events;
        this.clock = clock;
    }

    /** What makes it be sent. */
    static OutboxEntry entry(PersonEnrolment enrolment) {
        return ProvinceKeys.command(KIND, enrolment.id(), enrolment.province(), enrolment.personId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ReviewTask.Kind taskKind() {
        return ReviewTask.Kind.ENROLMENT;
    }

    @Override
    public Optional<ProvinceCommand> command(Handle handle, String enrolmentId) {
        return EnrolmentStore.find(handle, enrolmentId)
                .filter(row -> row.enrolment().state() == State.PENDING)
                .map(row -> new ProvinceCommand.Register(
                        row.enrolment().province(),
                        row.serial(),
                        persons.open(row),
                        row.enrolment().place()));
    }

    @Override
    public Readiness ready(Handle handle, String enrolmentId) {
        return atProvince.ready(handle, enrolmentId);
    }

    /** Nothing to note: an enrolment is PENDING before and after the send. */
    @Override
    public void sending(Handle handle, String enrolmentId) {}

    @Override
    public boolean settle(Handle handle, String enrolmentId, ProvinceReply reply) {
        Optional<PersonEnrolment> settled = settled(handle, enrolmentId, reply).map(EnrolmentRow::enrolment);
        settled.ifPresent(enrolment -> events.tell(handle, ProvinceKeys.actor(enrolment.province()), enrolment));
        return settled.isPresent();
    }

    private Optional<EnrolmentRow> settled(Handle handle, String id, ProvinceReply reply) {
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Registered registered) {
            return EnrolmentStates.enrol(handle, id, persons.sealPersonNumber(registered.personNumber()), now());
        }
        if (reply instanceof Refused refused && refused.refusesCommand()) {
            return EnrolmentStates.refuse(handle, id, RefusalProblems.problemOf(refused.reason()), now());
        }
        return Optional.empty();
    }

    @Override
    public String partner(Handle handle, String enrolmentId) {
        return EnrolmentStore.find(handle, enrolmentId)
                .orElseThrow()
                .enrolment()
                .clientId();
    }

    @Override
    public void awaitReview(Handle handle, String enrolmentId) {
        EnrolmentStates.awaitReview(handle, enrolmentId, now())
                .map(EnrolmentRow::enrolment)
                .ifPresent(enrolment -> events.tell(handle, Actor.gateway(), enrolment));
    }

    @Override
    public Optional<String> subjectOf(Handle handle, ProvinceCode province, String serial) {
        return EnrolmentStore.bySerial(handle, province, serial);
    }

    @Override
    public OutcomeMatch match(Handle handle, String enrolmentId, ProvinceReply reply) {
        EnrolmentRow row = EnrolmentStore.hold(handle, enrolmentId);
        State state = row.enrolment().state();
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Registered registered) {
            return switch (state) {
                case PENDING, AWAITING_REVIEW -> OutcomeMatch.SETTLES;
                case ENROLLED ->
                    persons.hasPersonNumber(row, registered.personNumber())
                            ? OutcomeMatch.REPEATS
                            : OutcomeMatch.CONTRADICTS;
                case REFUSED -> OutcomeMatch.CONTRADICTS;
            };
        }
        if (reply instanceof Refused refused && refused.refusesCommand()) {
            return switch (state) {
                case PENDING, AWAITING_REVIEW -> OutcomeMatch.SETTLES;
                case ENROLLED -> OutcomeMatch.CONTRADICTS;
                case REFUSED -> OutcomeMatch.REPEATS;
            };
        }
        return OutcomeMatch.SAYS_NOTHING;
    }

    /** A registration is never taken back. */
    @Override
    public OutcomeMatch matchReversal(Handle handle, String enrolmentId) {
        return switch (EnrolmentStore.hold(handle, enrolmentId).enrolment().state()) {
            case PENDING, AWAITING_REVIEW -> OutcomeMatch.SAYS_NOTHING;
            case ENROLLED -> OutcomeMatch.CONTRADICTS;
            case REFUSED -> OutcomeMatch.REPEATS;
        };
    }

    @Override
    public void reverse(Handle handle, String enrolmentId, Instant at) {
        throw new IllegalStateException("A registration is never taken back");
    }

    private Instant now() {
        return clock.instant();
    }
}
