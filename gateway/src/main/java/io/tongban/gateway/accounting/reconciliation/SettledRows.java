package io.tongban.gateway.accounting.reconciliation;

import io.tongban.gateway.contribution.withholding.Reversals;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.review.SettledTaskListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** What a person said of a withholding is said of its rows that were asked about; they are not asked about again. */
@ApplicationScoped
public class SettledRows implements SettledTaskListener {
    private final Reversals reversals;
    private final Clock clock;

    @Inject
    public SettledRows(Reversals reversals, Clock clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @Override
    public void settled(Handle handle, ReviewTask asked, Resolution settlement) {
        if (asked.kind() != ReviewTask.Kind.WITHHOLDING || settlement instanceof Resolution.SendAgain) {
            return;
        }
        if (settlement instanceof Resolution.NotBooked) {
            // The person knows no time of it, but the province's row does: its day.
            for (LocalDate day : DifferenceStore.takenBack(handle, asked.subjectId())) {
                reversals.takenBack(
                        handle,
                        asked.subjectId(),
                        day.atStartOfDay(clock.getZone()).toInstant());
            }
        }
        DifferenceStore.settle(handle, asked.subjectId(), asked.reason(), settlement.note(), clock.instant());
    }
}
