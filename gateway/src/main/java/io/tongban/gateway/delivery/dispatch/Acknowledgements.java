package io.tongban.gateway.delivery.dispatch;

import io.quarkus.arc.All;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what provinces say without being asked in the same breath; each word in one transaction. */
@ApplicationScoped
class Acknowledgements implements ProvinceInbox {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final Jdbi jdbi;
    private final ProvinceOperations tasks;
    private final OutcomeProcessor processor;
    private final OutcomeSignals signals;
    private final AcknowledgementMeter meter;

    @Inject
    Acknowledgements(
            Jdbi jdbi,
            @All List<ProvinceOperation> tasks,
            OutcomeProcessor processor,
            OutcomeSignals signals,
            AcknowledgementMeter meter) {
        this.jdbi = jdbi;
        this.tasks = new ProvinceOperations(tasks);
        this.processor = processor;
        this.signals = signals;
        this.meter = meter;
    }

    @Override
    public void arrived(ProvinceCode province, ProvinceReply reply) {
        take(province, new ProvinceNotice.Outcome(reply));
    }

    @Override
    public void reversed(ProvinceCode province, String serial, Instant at) {
        take(province, new ProvinceNotice.Reversal(serial, at));
    }

    /**
     * Whether a reply that came after its lease was lost found the subject without work, and was taken in like any word
     * that the province says by itself.
     */
    boolean late(ProvinceOperation task, String subjectId, ProvinceCode province, ProvinceReply reply) {
        return jdbi.inTransaction(
                        handle -> processor.late(handle, task, subjectId, province, new ProvinceNotice.Outcome(reply)))
                .map(taken -> told(province, taken))
                .isPresent();
    }

    private void take(ProvinceCode province, ProvinceNotice word) {
        try {
            told(province, jdbi.inTransaction(handle -> heard(handle, province, word)));
        } catch (RuntimeException e) {
            if (Violations.mayPass(e)) {
                throw e;
            }
            // It would fail as often as it is told. The subject goes on being inquired, or a person looks at it.
            meter.arrived(province.value(), "failed");
            LOG.warn(
                    "A word of province {} could not be taken in: {}",
                    province,
                    e.getClass().getSimpleName());
        }
    }

    private OutcomeProcessor.Taken heard(Handle handle, ProvinceCode province, ProvinceNotice word) {
        for (ProvinceOperation task : tasks.all()) {
            Optional<String> subjectId = task.subjectOf(handle, province, word.serial());
            if (subjectId.isPresent()) {
                return processor.process(handle, task, subjectId.get(), province, word);
            }
        }
        return processor.unmatched(handle, province, word);
    }

    private OutcomeProcessor.Taken told(ProvinceCode province, OutcomeProcessor.Taken taken) {
        meter.arrived(province.value(), taken.kind());
        @Nullable String settled = taken.settled();
        if (settled != null) {
            signals.settled(settled);
        }
        return taken;
    }
}
