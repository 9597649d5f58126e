package io.tongban.gateway.delivery.dispatch;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.All;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.platform.outbox.Backoff;
import io.tongban.gateway.platform.outbox.Held;
import io.tongban.gateway.platform.outbox.LaneBounds;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.LeaseLostException;
import io.tongban.gateway.platform.outbox.Next;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.outbox.OutboxHandler;
import io.tongban.gateway.platform.outbox.Together;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Carries one command to its province: marked as sent, then sent or resumed, then settled by what came back. */
@ApplicationScoped
class ProvinceHandler implements OutboxHandler {
    static final String GROUP = "province";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ProvinceLink link;
    private final ProvinceAvailability availability;
    private final ProvinceOperations tasks;
    private final CommandSet sets;
    private final Handover handover;
    private final OutcomeProcessor processor;
    private final Together<FinalAnswer, OutcomeProcessor.Processed> answers;
    private final Acknowledgements acknowledgements;
    private final Steps steps;
    private final OutcomeSignals signals;
    private final Overdue overdue;
    private final LaneBounds bounds;
    private final Pauses pauses;
    private final ShortWait shortWait;

    @Inject
    ProvinceHandler(
            Jdbi jdbi,
            Outbox outbox,
            ProvinceLink link,
            ProvinceAvailability availability,
            @All List<ProvinceOperation> tasks,
            Handover handover,
            OutcomeProcessor processor,
            Acknowledgements acknowledgements,
            Steps steps,
            OutcomeSignals signals,
            OverdueMeter overdue,
            DispatchConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.link = link;
        this.availability = availability;
        this.tasks = new ProvinceOperations(tasks);
        this.sets = new CommandSet(outbox, this.tasks, handover);
        this.handover = handover;
        this.processor = processor;
        this.answers = new Together<>(jdbi, processor::answered);
        this.acknowledgements = acknowledgements;
        this.steps = steps;
        this.signals = signals;
        this.overdue = new Overdue(config.warnAfter(), overdue);
        this.bounds = new LaneBounds(config.callsPerProvince(), config.callsInAll());
        this.shortWait = new ShortWait(clock);
        this.pauses = new Pauses(new Backoff(config.firstPause(), config.longestPause(), new SecureRandom()));
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public LaneBounds bounds() {
        return bounds;
    }

    @Override
    public int places(String lane) {
        return availability.places(new ProvinceCode(lane.substring(GROUP.length() + 1)));
    }

    @Override
    public Set<String> sentWhenLeased() {
        return sets.kinds();
    }

    @Override
    public Function<Lease, Next> prepare(Handle handle, List<Lease> leases) {
        Map<Long, ProvinceCommand> ready = sets.prepare(handle, leases);
        return lease -> {
            ProvinceCommand command = ready.get(lease.id());
            if (command == null) {
                return handle(lease);
            }
            carry(lease, tasks.of(lease.kind()), command);
            return new Next.Done();
        };
    }

    @Override
    public Next handle(Lease lease) {
        ProvinceOperation task = tasks.of(lease.kind());
        Prepared prepared = jdbi.inTransaction(handle -> prepare(handle, task, lease));
        if (prepared instanceof Prepared.Later later && isOver(later)) {
            prepared = jdbi.inTransaction(handle -> prepare(handle, task, lease));
        }
        if (prepared instanceof Prepared.Send send) {
            carry(lease, task, send.command());
        } else if (prepared instanceof Prepared.Later later) {
            wait(lease, later);
        } else {
            signals.settled(lease.subjectId());
        }
        return new Next.Done();
    }

    private boolean isOver(Prepared.Later later) {
        return later.notBefore() != null && shortWait.until(later.notBefore());
    }

    /** Holds up nothing of its order meanwhile: that it waits for another is seen to by its task. */
    private void wait(Lease lease, Prepared.Later later) {
        Next.Again again =
                later.notBefore() == null ? pauses.after(lease) : new Next.Again(Duration.ZERO, later.notBefore());
        jdbi.useTransaction(handle -> outbox.putOff(handle, lease, again, true));
        overdue.check(lease);
    }

    @Override
    public Next.Again pauseAfter(Lease lease) {
        overdue.check(lease);
        return pauses.after(lease);
    }

    private Prepared prepare(Handle handle, ProvinceOperation task, Lease lease) {
        Optional<ProvinceCommand> command = task.command(handle, lease.subjectId());
        if (command.isEmpty()) {
            outbox.complete(handle, lease);
            return new Prepared.Over();
        }
        return lease.sentAt() == null
                ? prepareFirst(handle, task, lease, command.get())
                : new Prepared.Send(command.get());
    }

    private Prepared prepareFirst(Handle handle, ProvinceOperation task, Lease lease, ProvinceCommand command) {
        Readiness readiness = task.ready(handle, lease.subjectId());
        if (readiness instanceof Readiness.Wait wait) {
            return new Prepared.Later(wait.notBefore());
        }
        if (readiness instanceof Readiness.Over) {
            outbox.complete(handle, lease);
            return new Prepared.Over();
        }
        Optional<String> reason = handover.beforeSending(command);
        if (reason.isPresent()) {
            handOver(handle, lease, task, command, reason.get(), new CallNotes());
            return new Prepared.Over();
        }
        outbox.markSent(handle, lease);
        task.sending(handle, lease.subjectId());
        return new Prepared.Send(command);
    }

    private void carry(Lease lease, ProvinceOperation task, ProvinceCommand command) {
        CallNotes notes = new CallNotes();
        ProvinceReply reply = call(command, lease, notes);
        if (OutcomeProcessor.isFinal(command, reply)) {
            settle(new FinalAnswer(task, lease, command.province(), reply, notes.steps()));
            return;
        }
        Optional<String> reason = handover.after(command, lease, reply);
        jdbi.useTransaction(handle -> {
            if (reason.isPresent()) {
                handOver(handle, lease, task, command, reason.get(), notes);
            } else {
                boolean received = reply instanceof ProvinceReply.Pending;
                outbox.putOff(handle, lease, pauses.after(lease, reply), received);
                steps.note(handle, lease.subjectId(), notes.steps());
            }
        });
        if (reason.isPresent()) {
            signals.settled(lease.subjectId());
        } else {
            overdue.check(lease);
        }
    }

    private void settle(FinalAnswer answer) {
        acknowledgements.announce(answer.province(), processed(answer));
    }

    private OutcomeProcessor.Processed processed(FinalAnswer answer) {
        if (answer.operation().inSets()) {
            try {
                return answers.write(answer);
            } catch (LeaseLostException e) {
                // The province may have told it by itself meanwhile, which is found out below.
            }
        }
        return jdbi.inTransaction(handle -> processor.answered(handle, answer));
    }

    private ProvinceReply call(ProvinceCommand command, Lease lease, CallNotes notes) {
        Span.current().setAttribute("tongban.province", command.province().value());
        Instant firstSent = lease.sentAt();
        ProvinceReply reply = firstSent == null ? link.send(command, notes) : link.resume(command, firstSent, notes);
        Span.current().setAttribute("tongban.outcome", reply.outcomeWord());
        return reply;
    }

    private void handOver(
            Handle handle,
            Lease lease,
            ProvinceOperation task,
            ProvinceCommand command,
            String reason,
            CallNotes notes) {
        Instant sentAt = outbox.hold(handle, lease.kind(), lease.subjectId())
                .map(Held::sentAt)
                .orElse(null);
        outbox.complete(handle, lease);
        steps.note(handle, lease.subjectId(), notes.steps());
        handover.waitForPerson(handle, task, lease.subjectId(), command.province(), reason, sentAt);
    }
}
