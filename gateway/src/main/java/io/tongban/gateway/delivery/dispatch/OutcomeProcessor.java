package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.review.OpenTasks;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.outbox.Held;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a province's word does: by its bearing on the subject, all in the caller's transaction. */
@ApplicationScoped
class OutcomeProcessor {
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
     */
    record Taken(String kind, @Nullable String settled) {}

    Taken process(Handle handle, ProvinceOperation task, String subjectId, ProvinceCode province, ProvinceNotice word) {
        Optional<Held> row = outbox.hold(handle, task.kind(), subjectId);
        return process(handle, task, subjectId, province, word, row);
    }

    /** Empty, and without effect, if the subject has an outbox row: whoever leases that settles it. */
    Optional<Taken> late(
            Handle handle, ProvinceOperation task, String subjectId, ProvinceCode province, ProvinceNotice word) {
        Optional<Held> row = outbox.hold(handle, task.kind(), subjectId);
        return row.isPresent() ? Optional.empty() : Optional.of(process(handle, task, subjectId, province, word, row));
    }

    private Taken process(
            Handle handle,
            ProvinceOperation task,
            String subjectId,
            ProvinceCode province,
            ProvinceNotice word,
            Optional<Held> row) {
        OutcomeMatch match = word.match(handle, task, subjectId);
        Step step = word.step(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        steps.note(handle, subjectId, step);
        return switch (match) {
            case SETTLES -> {
                row.ifPresent(held -> outbox.remove(handle, held));
                word.settle(handle, task, subjectId);
                tasks.answered(handle, subjectId, word.finding());
                yield new Taken(word instanceof ProvinceNotice.Reversal ? "reversed" : "settled", subjectId);
            }
            case DIFFERS -> {
                row.ifPresent(held -> outbox.remove(handle, held));
                handover.waitForPerson(
                        handle,
                        task,
                        subjectId,
                        province,
                        Handover.AMOUNT_DIFFERS,
                        row.map(Held::sentAt).orElse(null));
                yield new Taken(Handover.AMOUNT_DIFFERS, subjectId);
            }
            case REPEATS -> {
                note(handle, province, "duplicate", subjectId, facts(step));
                yield new Taken("duplicate", null);
            }
            case CONTRADICTS -> {
                boolean isNew = handover.open(handle, task, subjectId, province, Handover.CONTRADICTION, null);
                if (isNew) {
                    append(handle, province, "contradiction", subjectId, facts(step));
                } else {
                    note(handle, province, "contradiction", subjectId, facts(step));
                }
                yield new Taken("contradiction", null);
            }
            case SAYS_NOTHING -> new Taken("pending", null);
        };
    }

    /** A word of a command that the gateway never gave. */
    Taken unmatched(Handle handle, ProvinceCode province, ProvinceNotice word) {
        boolean ours = OUR_SERIAL.matcher(word.serial()).matches();
        note(
                handle,
                province,
                "unknown",
                province.value(),
                Map.of("province", province.value(), "serial", ours ? word.serial() : "not one of ours"));
        return new Taken("unknown", null);
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

    private void note(Handle handle, ProvinceCode province, String kind, String subjectId, Map<String, Object> facts) {
        if (budget.spend(kind + " " + province)) {
            append(handle, province, kind, subjectId, facts);
        }
    }

    private void append(
            Handle handle, ProvinceCode province, String kind, String subjectId, Map<String, Object> facts) {
        audit.append(handle, new AuditEntry("province:" + province, "acknowledgement." + kind, subjectId, facts));
    }
}
