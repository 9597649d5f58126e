package io.tongban.gateway.accounting.reconciliation;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * Settles rows of a province's books that belong to no withholding of ours. There is nothing here to be changed by it:
 * that the province takes such a booking back, or that it was never ours, is {@code NOT_BOOKED}.
 */
@ApplicationScoped
public class DifferenceReview implements ReviewSubject {
    private final Clock clock;

    @Inject
    public DifferenceReview(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ReviewTask.Kind kind() {
        return ReviewTask.Kind.DIFFERENCE;
    }

    @Override
    public void hold(Handle handle, String differenceId) {
        DifferenceStore.hold(handle, differenceId);
    }

    @Override
    public void decide(Handle handle, String differenceId, Resolution settlement, Principal officer) {
        if (!(settlement instanceof Resolution.NotBooked)) {
            throw invalid();
        }
        DifferenceStore.settle(handle, differenceId, settlement.note(), clock.instant());
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String differenceId, boolean sentBefore) {
        throw invalid();
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemType.RESOLUTION_INVALID, "No withholding is behind the row: it can only be NOT_BOOKED");
    }
}
