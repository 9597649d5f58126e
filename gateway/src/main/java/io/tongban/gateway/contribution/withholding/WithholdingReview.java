package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.spool.Spool;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceDetail.Withheld;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Settles withholdings by what a person found out. */
@ApplicationScoped
public class WithholdingReview implements ReviewSubject {
    private final WithholdingEvents events;
    private final Reversals reversals;
    private final Spool spool;
    private final Clock clock;

    @Inject
    public WithholdingReview(WithholdingEvents events, Reversals reversals, Spool spool, Clock clock) {
        this.events = events;
        this.reversals = reversals;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public ReviewTask.Kind kind() {
        return ReviewTask.Kind.WITHHOLDING;
    }

    @Override
    public void hold(Handle handle, String withholdingId) {
        WithholdingStore.hold(handle, withholdingId);
    }

    @Override
    public void decide(Handle handle, String withholdingId, Resolution settlement, Principal officer) {
        Instant now = clock.instant();
        WithholdingRecord before = WithholdingStore.hold(handle, withholdingId);
        // A line that still waits for its file would be booked against what the person found.
        spool.withdraw(handle, before.province(), before.serial());
        if (settlement instanceof Resolution.Booked booked) {
            book(handle, before, booked, now).ifPresent(confirmed -> events.tell(handle, officer, confirmed));
        } else if (settlement instanceof Resolution.Changed) {
            throw invalid("A booked withholding has receipt, time and amount", "/bookedAt");
        } else if (!(settlement instanceof Resolution.NotBooked)) {
            throw invalid("The task is about a withholding", "/personNumber");
        } else if (before.state() == State.CONFIRMED) {
            // The province contradicted its own booking, and there is none: the partner has to return the money.
            reversals.onReview(handle, before, officer);
        } else {
            WithholdingStates.refuse(handle, withholdingId, ProblemType.PROVINCE_REFUSED_ON_REVIEW, now)
                    .ifPresent(refused -> events.tell(handle, officer, refused));
        }
    }

    private static Optional<WithholdingRecord> book(
            Handle handle, WithholdingRecord before, Resolution.Booked booked, Instant now) {
        if (booked.amountFen() != before.amountFen()) {
            throw invalid("Another amount was withheld", "/amountFen");
        }
        if (booked.bookedAt().isAfter(now)) {
            throw invalid("The time of the booking has not come", "/bookedAt");
        }
        return switch (before.state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_REVIEW ->
                WithholdingStates.confirm(
                        handle,
                        before.id(),
                        new Withheld(booked.receiptNumber(), booked.amountFen(), booked.bookedAt()),
                        now);
            case CONFIRMED -> Optional.empty();
            // The partner was told that nothing is booked, and may have withheld the month again.
            case COLLECTING, REFUSED, REVERSED ->
                throw invalid("The withholding is " + before.state() + ": the province has to take the booking back");
        };
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String withholdingId, boolean sentBefore) {
        return WithholdingStates.sendAgain(handle, withholdingId, sentBefore)
                .map(WithholdingOperation::entry)
                .orElseThrow(() -> invalid("The withholding has its outcome"));
    }

    private static ProblemException invalid(String detail) {
        return invalid(detail, null);
    }

    private static ProblemException invalid(String detail, @Nullable String pointer) {
        return new ProblemException(ProblemType.RESOLUTION_INVALID, detail, pointer);
    }
}
