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

/** Takes in what provinces say without being asked in the same breath; each notice in one transaction. */
@ApplicationScoped
class Acknowledgements implements ProvinceInbox {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final Jdbi jdbi;
    private final ProvinceOperations operations;
    private final OutcomeProcessor processor;
    private final OutcomeSignals signals;
    private final AcknowledgementMeter meter;

    @Inject
    Acknowledgements(
            Jdbi jdbi,
            @All List<ProvinceOperation> operations,
            OutcomeProcessor processor,
            OutcomeSignals signals,
            AcknowledgementMeter meter) {
        this.jdbi = jdbi;
        this.operations = new ProvinceOperations(operations);
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

    private void take(ProvinceCode province, ProvinceNotice notice) {
        try {
            announce(province, jdbi.inTransaction(handle -> told(handle, province, notice)));
        } catch (RuntimeException e) {
            if (Violations.mayPass(e)) {
                throw e;
            }
            // It would fail as often as it is told. The subject goes on being inquired, or a person looks at it.
            meter.arrived(province.value(), "failed");
            LOG.warn(
                    "A message of province {} about a command could not be processed: {}",
                    province,
                    e.getClass().getSimpleName());
        }
    }

    private OutcomeProcessor.Processed told(Handle handle, ProvinceCode province, ProvinceNotice notice) {
        for (ProvinceOperation operation : operations.all()) {
            Optional<String> subjectId = operation.subjectOf(handle, province, notice.serial());
            if (subjectId.isPresent()) {
                return processor.told(handle, operation, subjectId.get(), province, notice);
            }
        }
        return processor.unmatched(handle, province, notice);
    }

    /** Once it is committed. */
    void announce(ProvinceCode province, OutcomeProcessor.Processed processed) {
        if (processed.unasked()) {
            meter.arrived(province.value(), processed.kind());
        }
        @Nullable String settled = processed.settled();
        if (settled != null) {
            signals.settled(settled);
        }
    }
}
