package io.tongban.gateway.delivery.dispatch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.ProvinceKeys;
import io.tongban.gateway.delivery.review.OpenTasks;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.outbox.Held;
import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.LeaseLostException;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The one road for what a province says of a command, whether it is the answer of a call, late, or told by itself: it is
 * matched with the subject, settles it or not, and what follows is appended, all in the caller's transaction.
 */
@ApplicationScoped
class OutcomeProcessor {
    private static final String PENDING = "pending";
    private static final String SETTLED = "settled";
    /** As the gateway gives them; anything else may be a personal number, and is not written. */
    private static final Pattern OUR_SERIAL = Pattern.compile("[0-9A-Z]{20}");

    private final Outbox outbox;
    private final Handover handover;
    private final OpenTasks tasks;
    private final Steps steps;
    private final Audit audit;
    private final Clock clock;
    private final AuditBudget budget;

    @Inject
    OutcomeProcessor(
            Outbox outbox,
            Handover handover,
            OpenTasks tasks,
            Steps steps,
            Audit audit,
            Clock clock,
            DispatchConfig config) {
        this.outbox = outbox;
        this.handover = handover;
        this.tasks = tasks;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
        this.budget = new AuditBudget(config.auditsPerMinute(), clock);
    }

    /**
     * @param kind what it came to, in a word for metrics
     * @param settled the subject, if it has no work left now
     * @param unasked whether it was not the answer of a call that holds the command's lease
     */
    record Processed(String kind, @Nullable String settled, boolean unasked) {}

    /**
     * Whether a reply is the outcome of its command: Accepted and Refused are, if they are about this command. That an
     * inquiry found no serial says that the command has yet to arrive.
     */
    static boolean isFinal(ProvinceCommand command, ProvinceReply reply) {
        if (!reply.serial().equals(command.serial())) {
            return false;
        }
        if (reply instanceof ProvinceReply.Refused refused) {
            return refused.refusesCommand();
        }
        return reply instanceof ProvinceReply.Accepted;
    }

    /**
     * The final answers of several calls, settled together.
     *
     * @return in the same order
     * @throws LeaseLostException if another worker has one of the commands meanwhile, or it is settled; roll back
     */
    List<Processed> answered(Handle handle, List<FinalAnswer> answers) {
        outbox.completeAll(handle, answers.stream().map(FinalAnswer::lease).toList());
        Set<String> settled = new HashSet<>();
        answers.stream()
                .collect(groupingBy(FinalAnswer::operation))
                .forEach((operation, ofOne) -> settled.addAll(operation.settle(
                        handle, ofOne.stream().collect(toMap(FinalAnswer::subjectId, FinalAnswer::reply)))));
        List<Processed> processed = answers.stream()
                .map(answer -> settled.contains(answer.subjectId())
                        ? workOf(answer).done(SETTLED, answer.subjectId())
                        : processLast(handle, answer))
                .toList();
        steps.note(handle, answers.stream().collect(toMap(FinalAnswer::subjectId, FinalAnswer::calls)));
        return processed;
    }

    /** As above, one, which the province may have told by itself meanwhile. */
    Processed answered(Handle handle, FinalAnswer answer) {
        Lease lease = answer.lease();
        if (outbox.completes(handle, lease)) {
            Processed processed = processLast(handle, answer);
            steps.note(handle, answer.subjectId(), answer.calls());
            return processed;
        }
        // Where the row is gone, the province has told the outcome by itself meanwhile: this repeats it, or not.
        if (outbox.hold(handle, answer.operation().kind(), answer.subjectId()).isPresent()) {
            throw new LeaseLostException(lease.id());
        }
        return told(handle, answer.operation(), answer.subjectId(), answer.province(), answer.notice());
    }

    /** Of a command whose row is removed. */
    private Processed processLast(Handle handle, FinalAnswer answer) {
        Processed processed = process(
                handle, answer.operation(), answer.subjectId(), answer.province(), answer.notice(), workOf(answer));
        if (processed.kind().equals(PENDING)) {
            // Taken for final by its form, but no outcome of such a command: the row must stay.
            throw new IllegalStateException(
                    "not an outcome of " + answer.operation().kind() + ": " + answer.subjectId());
        }
        return processed;
    }

    private static Work workOf(FinalAnswer answer) {
        return new Work(answer.lease().sentAt(), false);
    }

    /** What the province told without being asked in the same breath. */
    Processed told(
            Handle handle,
            ProvinceOperation operation,
            String subjectId,
            ProvinceCode province,
            ProvinceNotice notice) {
        Optional<Held> row = outbox.hold(handle, operation.kind(), subjectId);
        Processed processed = process(
                handle,
                operation,
                subjectId,
                province,
                notice,
                new Work(row.map(Held::sentAt).orElse(null), true));
        if (processed.settled() != null) {
            row.ifPresent(held -> outbox.remove(handle, held));
        }
        steps.note(handle, subjectId, notice.step(now()));
        return processed;
    }

    /** @param sentAt when the command was first sent, if it has a row in the outbox still */
    private record Work(@Nullable Instant sentAt, boolean unasked) {
        Processed done(String kind, @Nullable String settled) {
            return new Processed(kind, settled, unasked);
        }
    }

    private Processed process(
            Handle handle,
            ProvinceOperation operation,
            String subjectId,
            ProvinceCode province,
            ProvinceNotice notice,
            Work work) {
        if (notice.settle(handle, operation, subjectId)) {
            if (work.unasked()) {
                // A command that is still being sent has no open task: its row goes when one is opened.
                tasks.answered(handle, subjectId, notice.finding());
            }
            return work.done(notice instanceof ProvinceNotice.Reversal ? "reversed" : SETTLED, subjectId);
        }
        return switch (notice.match(handle, operation, subjectId)) {
            case SETTLES -> throw new IllegalStateException("not settled by what settles it: " + subjectId);
            case DIFFERS -> {
                handover.waitForPerson(
                        handle, operation, subjectId, province, UnknownCause.AMOUNT_DIFFERS.word(), work.sentAt());
                yield work.done(UnknownCause.AMOUNT_DIFFERS.word(), subjectId);
            }
            case REPEATS -> {
                note(handle, province, "duplicate", subjectId, notice);
                yield work.done("duplicate", null);
            }
            case CONTRADICTS -> {
                boolean isNew = handover.open(handle, operation, subjectId, province, Handover.CONTRADICTION, null);
                if (isNew) {
                    append(handle, province, "contradiction", subjectId, facts(notice.step(now())));
                } else {
                    note(handle, province, "contradiction", subjectId, notice);
                }
                yield work.done("contradiction", null);
            }
            case SAYS_NOTHING -> work.done(PENDING, null);
        };
    }

    /** Of a command that the gateway never gave. */
    Processed unmatched(Handle handle, ProvinceCode province, ProvinceNotice notice) {
        boolean ours = OUR_SERIAL.matcher(notice.serial()).matches();
        if (budget.spend("unknown " + province)) {
            append(
                    handle,
                    province,
                    "unknown",
                    province.value(),
                    Map.of("province", province.value(), "serial", ours ? notice.serial() : "not one of ours"));
        }
        return new Processed("unknown", null, true);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Map<String, Object> facts(Step step) {
        Map<String, Object> facts = new HashMap<>();
        if (step.outcome() != null) {
            facts.put("outcome", step.outcome());
        }
        if (step.cause() != null) {
            facts.put("cause", step.cause());
        }
        return facts;
    }

    private void note(Handle handle, ProvinceCode province, String kind, String subjectId, ProvinceNotice notice) {
        if (budget.spend(kind + " " + province)) {
            append(handle, province, kind, subjectId, facts(notice.step(now())));
        }
    }

    private void append(
            Handle handle, ProvinceCode province, String kind, String subjectId, Map<String, Object> facts) {
        audit.append(
                handle,
                new AuditEntry(
                        ProvinceKeys.actor(province), AuditEntry.NOBODYS, "acknowledgement." + kind, subjectId, facts));
    }
}
