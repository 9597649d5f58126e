package io.tongban.gateway.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.audit.Audit;
import io.tongban.gateway.audit.AuditEntry;
import io.tongban.gateway.dispatch.ProvinceTask;
import io.tongban.gateway.pii.Pii;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.Registered;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sends registrations and books what came of them. */
@ApplicationScoped
public class EnrolmentTask implements ProvinceTask {
    static final String KIND = "province.register";

    private final InsuredPersons persons;
    private final EnrolmentListener listener;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public EnrolmentTask(Pii pii, EnrolmentListener listener, Audit audit, Clock clock) {
        this.persons = new InsuredPersons(pii);
        this.listener = listener;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<ProvinceCommand> command(Handle handle, String enrolmentId) {
        return EnrolmentStore.find(handle, enrolmentId)
                .filter(row -> row.enrolment().state() == PersonEnrolment.State.PENDING)
                .map(row -> new ProvinceCommand.Register(
                        row.enrolment().province(),
                        row.serial(),
                        persons.open(row),
                        row.enrolment().place()));
    }

    /** Nothing to note: an enrolment is PENDING before and after the send. */
    @Override
    public void sending(Handle handle, String enrolmentId) {}

    @Override
    public void settle(Handle handle, String enrolmentId, ProvinceReply reply) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        settled(handle, enrolmentId, reply, now).map(EnrolmentRow::enrolment).ifPresent(enrolment -> {
            note(handle, enrolment);
            listener.settled(handle, enrolment, EnrolmentStore.workersOf(handle, enrolmentId));
        });
    }

    private Optional<EnrolmentRow> settled(Handle handle, String id, ProvinceReply reply, Instant now) {
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Registered registered) {
            return EnrolmentStore.enrol(handle, id, persons.sealPersonNumber(registered.personNumber()), now);
        }
        if (reply instanceof Refused refused) {
            return EnrolmentStore.refuse(handle, id, Refusals.problemOf(refused.reason()), now);
        }
        throw new IllegalStateException(
                "A registration is not settled by " + reply.getClass().getSimpleName());
    }

    private void note(Handle handle, PersonEnrolment enrolment) {
        ProblemType refusal = enrolment.refusal();
        audit.append(
                handle,
                new AuditEntry(
                        "province:" + enrolment.province(),
                        refusal == null ? "enrolment.enrolled" : "enrolment.refused",
                        enrolment.id(),
                        refusal == null ? Map.of() : Map.of("refusal", refusal.code())));
    }
}
