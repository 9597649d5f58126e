package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.payout.InstructionRequest;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.payout.PayoutReceipt;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.payout.WithholdingInstruction;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reports payouts, and says how much to hold back of each. Every method throws, or completes with, a
 * {@link io.tongban.sdk.error.TongbanException}.
 */
public final class Payouts {
    private static final String PATH = "/v1/payouts";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Payouts(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Reports one payout; named by its {@code partnerReference}. It counts once this returns. */
    public Payout report(PayoutOrder payout) {
        return only(report(PayoutReport.builder()
                .payouts(List.of(Given.value(payout, "payout")))
                .build()));
    }

    /** Reports up to a hundred payouts; named by the first one's {@code partnerReference}. All of them count, or none. */
    public PayoutList report(PayoutReport report) {
        return report(report, RequestOptions.none());
    }

    public PayoutList report(PayoutReport report, RequestOptions options) {
        return caller.call(reporting(report, options));
    }

    public CompletableFuture<PayoutList> reportAsync(PayoutReport report) {
        return reportAsync(report, RequestOptions.none());
    }

    public CompletableFuture<PayoutList> reportAsync(PayoutReport report, RequestOptions options) {
        return caller.start(reporting(report, options));
    }

    /** What may be held back while this platform is offline; apply it with {@link OfflineInstruction}. */
    public WithholdingInstruction instruct(InstructionRequest asked) {
        return instruct(asked, RequestOptions.none());
    }

    public WithholdingInstruction instruct(InstructionRequest asked, RequestOptions options) {
        return caller.call(instructing(asked, options));
    }

    public CompletableFuture<WithholdingInstruction> instructAsync(InstructionRequest asked) {
        return instructAsync(asked, RequestOptions.none());
    }

    public CompletableFuture<WithholdingInstruction> instructAsync(InstructionRequest asked, RequestOptions options) {
        return caller.start(instructing(asked, options));
    }

    /** What was held and given back, signed; read it with {@link Receipts#verifyPayout}. */
    public PayoutReceipt receipt(String payoutId) {
        return caller.call(readingReceipt(payoutId));
    }

    public CompletableFuture<PayoutReceipt> receiptAsync(String payoutId) {
        return caller.start(readingReceipt(payoutId));
    }

    public Payout get(String payoutId) {
        return caller.call(reading(payoutId));
    }

    public CompletableFuture<Payout> getAsync(String payoutId) {
        return caller.start(reading(payoutId));
    }

    /** Newest first, fetched page by page as it is walked. */
    public Pages<Payout> list(PayoutQuery query) {
        var unused = Given.value(query, "query");
        return new Pages<>(cursor -> {
            PayoutPage page = caller.call(listing(query, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<PayoutPage> listAsync(PayoutQuery query, @Nullable String cursor) {
        return caller.start(listing(query, cursor));
    }

    /** The one that this partner gave this reference to. */
    public Optional<Payout> findByReference(String partnerReference) {
        return list(PayoutQuery.all().withReference(Given.value(partnerReference, "partnerReference"))).stream()
                .findFirst();
    }

    private static Payout only(PayoutList list) {
        return list.payouts().get(0);
    }

    private Call<PayoutList> reporting(PayoutReport report, RequestOptions options) {
        String reference = Given.value(report, "report").payouts().get(0).partnerReference();
        return idempotentCalls.named("reportPayouts", PATH, report, PayoutList.class, reference, options);
    }

    private Call<WithholdingInstruction> instructing(InstructionRequest asked, RequestOptions options) {
        String mandate = Given.value(asked, "asked").mandateId();
        return idempotentCalls.repeatable(
                "askForInstruction",
                "POST",
                PATH + "/instructions",
                asked,
                WithholdingInstruction.class,
                mandate,
                options);
    }

    private static Call<PayoutReceipt> readingReceipt(String payoutId) {
        return Call.read("readPayoutReceipt", PATH + "/" + Target.segment(payoutId) + "/receipt", PayoutReceipt.class);
    }

    private static Call<Payout> reading(String payoutId) {
        return Call.read("readPayout", PATH + "/" + Target.segment(payoutId), Payout.class);
    }

    private static Call<PayoutPage> listing(PayoutQuery query, @Nullable String cursor) {
        return Call.read("listPayouts", PATH + Given.value(query, "query").query(cursor), PayoutPage.class);
    }
}
