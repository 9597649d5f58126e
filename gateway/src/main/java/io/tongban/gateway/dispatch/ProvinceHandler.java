package io.tongban.gateway.dispatch;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.All;
import io.tongban.gateway.outbox.Backoff;
import io.tongban.gateway.outbox.LaneBounds;
import io.tongban.gateway.outbox.Lease;
import io.tongban.gateway.outbox.Next;
import io.tongban.gateway.outbox.Outbox;
import io.tongban.gateway.outbox.OutboxHandler;
import io.tongban.gateway.telemetry.OverdueMeter;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Carries one command to its province: marked as sent, then sent or resumed, then settled by what came back. */
@ApplicationScoped
class ProvinceHandler implements OutboxHandler {
    static final String GROUP = "province";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ProvinceLink link;
    private final ProvinceTasks tasks;
    private final Settlements settlements;
    private final Overdue overdue;
    private final LaneBounds bounds;
    private final Pauses pauses;

    ProvinceHandler(
            Jdbi jdbi,
            Outbox outbox,
            ProvinceLink link,
            @All List<ProvinceTask> tasks,
            Settlements settlements,
            OverdueMeter overdue,
            DispatchConfig config) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.link = link;
        this.tasks = new ProvinceTasks(tasks);
        this.settlements = settlements;
        this.overdue = new Overdue(config.warnAfter(), overdue);
        this.bounds = new LaneBounds(config.callsPerProvince(), config.callsInAll());
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
    public Next handle(Lease lease) {
        ProvinceTask task = tasks.of(lease.kind());
        Optional<ProvinceCommand> command = jdbi.inTransaction(handle -> prepare(handle, task, lease));
        if (command.isEmpty()) {
            settlements.settled(lease.subjectId());
            return new Next.Done();
        }
        ProvinceReply reply = call(command.get(), lease);
        if (!Replies.isFinal(command.get(), reply)) {
            overdue.check(lease);
            return pauses.after(lease, reply);
        }
        jdbi.useTransaction(handle -> {
            outbox.complete(handle, lease);
            task.settle(handle, lease.subjectId(), reply);
        });
        settlements.settled(lease.subjectId());
        return new Next.Done();
    }

    @Override
    public Next.Again pauseAfter(Lease lease) {
        overdue.check(lease);
        return pauses.after(lease);
    }

    private Optional<ProvinceCommand> prepare(Handle handle, ProvinceTask task, Lease lease) {
        Optional<ProvinceCommand> command = task.command(handle, lease.subjectId());
        if (command.isEmpty()) {
            outbox.complete(handle, lease);
        } else if (lease.sentAt() == null) {
            outbox.markSent(handle, lease);
            task.sending(handle, lease.subjectId());
        }
        return command;
    }

    private ProvinceReply call(ProvinceCommand command, Lease lease) {
        Span.current().setAttribute("tongban.province", command.province().value());
        Instant firstSent = lease.sentAt();
        ProvinceReply reply = firstSent == null ? link.send(command) : link.resume(command, firstSent);
        Span.current()
                .setAttribute(
                        "tongban.outcome", reply.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return reply;
    }
}
