package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.review.NewTask;
import io.tongban.gateway.delivery.review.OpenTasks;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.province.Capability;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Hands to a person what no system can settle. */
@ApplicationScoped
class Handover {
    static final String CONTRADICTION = "contradiction";
    private static final String MANUAL = "manual";
    private static final String DEADLINE = "deadline";
    /** Causes that no further inquiry will change. */
    private static final Set<UnknownCause> FOR_A_PERSON =
            EnumSet.of(UnknownCause.AMOUNT_DIFFERS, UnknownCause.VERSION_ENDED, UnknownCause.NOT_INQUIRABLE);

    private final ProvinceLink link;
    private final OpenTasks tasks;

    @Inject
    Handover(ProvinceLink link, OpenTasks tasks) {
        this.link = link;
        this.tasks = tasks;
    }

    /** Why a person has to take a command that was never sent; empty if the province's system takes it. */
    Optional<String> beforeSending(ProvinceCommand command) {
        return link.facts(command.province())
                .filter(facts -> facts.capability(TransactionKind.of(command)) == Capability.MANUAL)
                .map(facts -> MANUAL);
    }

    /** Why a person has to take over after a reply that settles nothing; empty if it is asked about again. */
    Optional<String> after(ProvinceCommand command, Lease lease, ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Unknown unknown
                && unknown.serial().equals(command.serial())
                && FOR_A_PERSON.contains(unknown.cause())) {
            return Optional.of(unknown.cause().word());
        }
        return link.facts(command.province())
                .filter(facts -> tried(lease).compareTo(facts.bounds().giveUpAfter()) > 0)
                .map(facts -> DEADLINE);
    }

    /** Since the first send; or, if a person had it sent again, since then. */
    private static Duration tried(Lease lease) {
        Duration sentFor = lease.sentFor();
        return sentFor.compareTo(lease.age()) < 0 ? sentFor : lease.age();
    }

    /** In the transaction that removes the outbox row. */
    void waitForPerson(
            Handle handle,
            ProvinceOperation task,
            String subjectId,
            ProvinceCode province,
            String reason,
            @Nullable Instant sentAt) {
        task.awaitReview(handle, subjectId);
        open(handle, task, subjectId, province, reason, sentAt);
    }

    /** @return false if a person is asked already */
    boolean open(
            Handle handle,
            ProvinceOperation task,
            String subjectId,
            ProvinceCode province,
            String reason,
            @Nullable Instant sentAt) {
        String partner = task.partner(handle, subjectId);
        return tasks.open(handle, new NewTask(province, task.taskKind(), subjectId, partner, reason, sentAt));
    }
}
