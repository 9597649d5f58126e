package io.tongban.gateway.contribution.withholding;

import static java.util.Objects.requireNonNull;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.Headers;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.Receipt;
import io.tongban.api.withholding.Timeline;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingApi;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.gateway.delivery.dispatch.OutcomeWaiter;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.platform.problem.Preference;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Withholdings over HTTP. */
@ApplicationScoped
public class WithholdingResource implements WithholdingApi {
    private static final int ACCEPTED = 202;

    private final WithholdingService withholdings;
    private final WithholdingQueries ledger;
    private final Receipts receipts;
    private final Idempotency idempotency;
    private final OutcomeWaiter outcomes;
    private final Expectations expectations;
    private final Steps steps;
    private final TimelineMapper timelines;
    private final Caller caller;
    private final CurrentVertxRequest request;
    private final Jdbi jdbi;

    @Inject
    public WithholdingResource(
            WithholdingService withholdings,
            WithholdingQueries ledger,
            Receipts receipts,
            Idempotency idempotency,
            OutcomeWaiter outcomes,
            Expectations expectations,
            Steps steps,
            TimelineMapper timelines,
            Caller caller,
            CurrentVertxRequest request,
            Jdbi jdbi) {
        this.withholdings = withholdings;
        this.ledger = ledger;
        this.receipts = receipts;
        this.idempotency = idempotency;
        this.outcomes = outcomes;
        this.expectations = expectations;
        this.steps = steps;
        this.timelines = timelines;
        this.caller = caller;
        this.request = request;
        this.jdbi = jdbi;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public Withholding withhold(@Nullable String idempotencyKey, @Nullable String prefer, WithholdingOrder order) {
        // Filled by the effect alone, and so only by the first acceptance: a replay answers as it did then.
        AtomicReference<@Nullable String> acceptedId = new AtomicReference<>();
        Duration wait = Preference.wait(prefer);
        Withholding accepted = idempotency.together(idempotencyKey, ACCEPTED, !wait.isZero(), (handle, rows) -> {
            WithholdingRecord booked = withholdings.accept(handle, rows, payer(), WithholdingMapper.fromWire(order));
            acceptedId.set(booked.id());
            return shown(booked);
        });
        String id = acceptedId.get();
        if (accepted == null || id == null || wait.isZero()) {
            return accepted;
        }
        boolean settled =
                outcomes.await(id, new ProvinceCode(requireNonNull(accepted).province()), wait);
        Withholding answer = settled ? jdbi.withHandle(handle -> shown(booked(handle, id))) : requireNonNull(accepted);
        if (idempotency.answerLater(requireNonNull(idempotencyKey), ACCEPTED, answer) && settled) {
            request.getCurrent().response().putHeader(Headers.PREFERENCE_APPLIED, "wait=" + wait.toSeconds());
        }
        return answer;
    }

    private Withholding shown(WithholdingRecord booked) {
        return WithholdingMapper.toWire(booked, expectations.of(booked), null);
    }

    private Payer payer() {
        String creditCode = caller.creditCode();
        if (creditCode == null) {
            throw new ProblemException(
                    ProblemType.PARTNER_UNKNOWN, "The register holds no unified social credit code of this partner");
        }
        return new Payer(caller.principal(), creditCode);
    }

    @Override
    public Withholding readWithholding(String withholdingId) {
        return jdbi.withHandle(handle -> {
            WithholdingRecord booked = booked(handle, withholdingId);
            return WithholdingMapper.toWire(booked, expectations.of(booked), steps.of(handle, booked.id()));
        });
    }

    @Override
    public WithholdingPage listWithholdings(
            @Nullable String workerId,
            @Nullable String partnerReference,
            @Nullable YearMonth period,
            @Nullable WithholdingState state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        ListFilter filter = WithholdingMapper.filter(workerId, partnerReference, period, state);
        return jdbi.withHandle(handle ->
                WithholdingMapper.toWire(ledger.list(handle, caller.tenant(), filter, cursor, limit), expectations));
    }

    @Override
    public Timeline readTimeline(String withholdingId) {
        return jdbi.withHandle(handle -> timelines.of(handle, booked(handle, withholdingId)));
    }

    @Override
    public Receipt readReceipt(String withholdingId) {
        return new Receipt(withholdingId, receipts.write(jdbi.withHandle(handle -> booked(handle, withholdingId))));
    }

    private WithholdingRecord booked(Handle handle, String withholdingId) {
        return ledger.read(handle, caller.tenant(), withholdingId);
    }
}
