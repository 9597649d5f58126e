package io.tongban.gateway.contribution.payout;

import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutApi;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Payouts over HTTP. */
@ApplicationScoped
public class PayoutResource implements PayoutApi {
    private static final int CREATED = 201;

    private final PayoutService payouts;
    private final PayoutQueries books;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public PayoutResource(
            PayoutService payouts, PayoutQueries books, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.payouts = payouts;
        this.books = books;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public PayoutList reportPayouts(@Nullable String idempotencyKey, PayoutReport report) {
        List<PayoutRequest> requests = PayoutMapper.fromWire(report);
        return idempotency.together(
                idempotencyKey,
                CREATED,
                false,
                (handle, rows) -> new PayoutList(payouts.report(handle, rows, reporter(), requests).stream()
                        .map(PayoutMapper::toWire)
                        .toList()));
    }

    private Reporter reporter() {
        String creditCode = caller.creditCode();
        if (creditCode == null) {
            throw new ProblemException(
                    ProblemType.PARTNER_UNKNOWN, "The register holds no unified social credit code of this partner");
        }
        return new Reporter(caller.clientId(), creditCode);
    }

    @Override
    public Payout readPayout(String payoutId) {
        return jdbi.withHandle(handle -> PayoutMapper.toWire(books.read(handle, caller.clientId(), payoutId)));
    }

    @Override
    public PayoutPage listPayouts(
            @Nullable String workerId,
            @Nullable String partnerReference,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return jdbi.withHandle(handle -> {
            PayoutQueries.Page page = books.list(handle, caller.clientId(), workerId, partnerReference, cursor, limit);
            return new PayoutPage(
                    page.items().stream().map(PayoutMapper::toWire).toList(), page.nextCursor());
        });
    }
}
