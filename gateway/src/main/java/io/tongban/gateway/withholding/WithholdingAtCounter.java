package io.tongban.gateway.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.CounterSubject;
import io.tongban.gateway.counter.Settlement;
import io.tongban.gateway.counter.Task;
import io.tongban.gateway.outbox.OutboxEntry;
import io.tongban.gateway.problem.ProblemException;
import io.tongban.gateway.spool.Spool;
import io.tongban.gateway.withholding.BookedWithholding.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Settles withholdings by what a person found out. */
@ApplicationScoped
public class WithholdingAtCounter implements CounterSubject {
    private final WithholdingNews news;
    private final Reversals reversals;
    private final Spool spool;
    private final Clock clock;

    @Inject
    public WithholdingAtCounter(WithholdingNews news, Reversals reversals, Spool spool, Clock clock) {
        this.news = news;
        this.reversals = reversals;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.WITHHOLDING;
    }

    @Override
    public void hold(Handle handle, String withholdingId) {
        WithholdingStore.hold(handle, withholdingId);
    }

    @Override
    public void decide(Handle handle, String withholdingId, Settlement settlement, String operator) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        BookedWithholding before = WithholdingStore.hold(handle, withholdingId);
        // A line that still waits for its file would be booked against what the person found.
        spool.withdraw(handle, before.province(), before.serial());
        if (settlement instanceof Settlement.Booked booked) {
            book(handle, before, booked, now).ifPresent(confirmed -> news.tell(handle, operator, confirmed));
        } else if (!(settlement instanceof Settlement.NotBooked)) {
            throw invalid("The task is about a withholding", "/personNumber");
        } else if (before.state() == State.CONFIRMED) {
            // The province contradicted its own booking, and there is none: the partner has to return the money.
            reversals.reverse(handle, before, now, operator);
        } else {
            WithholdingStates.refuse(handle, withholdingId, ProblemType.PROVINCE_REFUSED_AT_COUNTER, now)
                    .ifPresent(refused -> news.tell(handle, operator, refused));
        }
    }

    private static Optional<BookedWithholding> book(
            Handle handle, BookedWithholding before, Settlement.Booked booked, Instant now) {
        if (booked.amountFen() != before.amountFen()) {
            throw invalid("Another amount was withheld", "/amountFen");
        }
        if (booked.bookedAt().isAfter(now)) {
            throw invalid("The time of the booking has not come", "/bookedAt");
        }
        return switch (before.state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_COUNTER ->
                WithholdingStates.confirm(handle, before.id(), booked.receiptNumber(), booked.bookedAt(), now);
            case CONFIRMED -> Optional.empty();
            // The partner was told that nothing is booked, and may have withheld the month again.
            case REFUSED, REVERSED ->
                throw invalid("The withholding is " + before.state() + ": the province has to take the booking back");
        };
    }

    @Override
    public OutboxEntry sendAgain(Handle handle, String withholdingId, boolean sentBefore) {
        return WithholdingStates.sendAgain(handle, withholdingId, sentBefore)
                .map(WithholdingTask::entry)
                .orElseThrow(() -> invalid("The withholding has its outcome"));
    }

    private static ProblemException invalid(String detail) {
        return invalid(detail, null);
    }

    private static ProblemException invalid(String detail, @Nullable String pointer) {
        return new ProblemException(ProblemType.SETTLEMENT_INVALID, detail, pointer);
    }
}
