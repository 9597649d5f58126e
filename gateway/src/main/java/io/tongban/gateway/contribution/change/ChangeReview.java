package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.spool.Spool;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Settles changes by what a person found out. */
@ApplicationScoped
public class ChangeReview implements ReviewSubject {
    private final ChangeOutcomes outcomes;
    private final Spool spool;
    private final Clock clock;

    @Inject
    public ChangeReview(ChangeOutcomes outcomes, Spool spool, Clock clock) {
        this.outcomes = outcomes;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public ReviewTask.Kind kind() {
        return ReviewTask.Kind.CHANGE;
    }

    @Override
    public void hold(Handle handle, String changeId) {
        ChangeStore.hold(handle, changeId);
    }

    @Override
    public void decide(Handle handle, String changeId, Resolution settlement, Principal officer) {
        ChangeRecord before = ChangeStore.hold(handle, changeId);
        // A line that still waits for its file would be changed against what the person found.
        spool.withdraw(handle, before.province(), before.serial());
        Optional<ChangeRecord> settled;
        if (settlement instanceof Resolution.Changed changed) {
            settled = confirm(handle, before, changed);
        } else if (settlement instanceof Resolution.NotBooked) {
            settled = refuse(handle, before);
        } else {
            throw invalid("The task is about a change, which has a receipt and nothing else", "/provinceReceipt");
        }
        settled.ifPresent(change -> outcomes.settled(handle, officer, change));
    }

    private Optional<ChangeRecord> confirm(Handle handle, ChangeRecord before, Resolution.Changed changed) {
        if (before.state() == ChangeRecord.State.REFUSED) {
            // The partner was told so, and may have ordered something else since.
            throw invalid("The change is REFUSED: the province has to undo it", null);
        }
        return ChangeStore.confirm(handle, before.id(), changed.receiptNumber(), clock.instant());
    }

    private Optional<ChangeRecord> refuse(Handle handle, ChangeRecord before) {
        if (before.state() == ChangeRecord.State.CONFIRMED) {
            throw invalid("The change is CONFIRMED, and others may rest on it", null);
        }
        return ChangeStore.refuse(handle, before.id(), ProblemType.PROVINCE_REFUSED_ON_REVIEW, clock.instant());
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String changeId, boolean sentBefore) {
        return ChangeStore.sendAgain(handle, changeId, sentBefore)
                .map(ChangeOperation::entry)
                .orElseThrow(() -> invalid("The change has its outcome", null));
    }

    private static ProblemException invalid(String detail, @Nullable String pointer) {
        return new ProblemException(ProblemType.RESOLUTION_INVALID, detail, pointer);
    }
}
