package io.tongban.gateway.contribution.payout;

import io.tongban.api.payout.InstructionRequest;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutApi;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.payout.PayoutReceipt;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.payout.WithholdingInstruction;
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
    private final Instructions instructions;
    private final PayoutDocuments documents;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public PayoutResource(
            PayoutService payouts,
            PayoutQueries books,
            Instructions instructions,
            PayoutDocuments documents,
            Idempotency idempotency,
            Caller caller,
            Jdbi jdbi) {
        this.payouts = payouts;
        this.books = books;
        this.instructions = instructions;
        this.documents = documents;
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
        return new Reporter(caller.principal(), creditCode);
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public WithholdingInstruction askForInstruction(@Nullable String idempotencyKey, InstructionRequest asked) {
        return idempotency.once(idempotencyKey, CREATED, handle -> {
            Instruction instruction = instructions.ask(handle, reporter().by(), asked.workerId(), asked.mandateId());
            return PayoutMapper.toWire(instruction, documents.instruction(instruction));
        });
    }

    @Override
    public PayoutReceipt readPayoutReceipt(String payoutId) {
        return new PayoutReceipt(
                payoutId, documents.receipt(jdbi.withHandle(handle -> books.read(handle, caller.tenant(), payoutId))));
    }

    @Override
    public Payout readPayout(String payoutId) {
        return jdbi.withHandle(handle -> PayoutMapper.toWire(books.read(handle, caller.tenant(), payoutId)));
    }

    @Override
    public PayoutPage listPayouts(
            @Nullable String workerId,
            @Nullable String partnerReference,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return jdbi.withHandle(handle -> {
            PayoutQueries.Page page = books.list(handle, caller.tenant(), workerId, partnerReference, cursor, limit);
            return new PayoutPage(
                    page.items().stream().map(PayoutMapper::toWire).toList(), page.nextCursor());
        });
    }
}
