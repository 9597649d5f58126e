package io.tongban.sandbox.wire;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.worker.Worker;
import io.tongban.sdk.Receipts;
import io.tongban.sdk.RequestOptions;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.WithholdingQuery;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Withholdings within and beyond a mandate, what becomes of them, and how they are found again. */
final class WithholdingStory {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final StoryWorld world;
    private final StoryPapers papers;
    private final StoryTranscript transcript;
    private final Tongban partner;
    private final Tongban other;
    private final Worker worker;
    private final Mandate mandate;

    WithholdingStory(StoryWorld world, StoryPapers papers, StoryTranscript transcript, Worker worker, Mandate mandate) {
        this.world = world;
        this.papers = papers;
        this.transcript = transcript;
        this.partner = world.partner();
        this.other = world.other();
        this.worker = worker;
        this.mandate = mandate;
    }

    /** @return one that was confirmed */
    Withholding tell() {
        withholds();
        Withholding confirmed = outcomes();
        lists(confirmed);
        return confirmed;
    }

    private void withholds() {
        WithholdingOrder order = papers.order("w", worker.id(), mandate.id(), OCTOBER);
        transcript.isRefused(
                "over the cap",
                () -> withhold(order.toBuilder().amountFen(200_001L).build()));
        transcript.isRefused(
                "nothing", () -> withhold(order.toBuilder().amountFen(0L).build()));
        transcript.isRefused(
                "of no base", () -> withhold(order.toBuilder().baseFen(0L).build()));
        transcript.isRefused(
                "before the mandate",
                () -> withhold(order.toBuilder().period(YearMonth.of(2020, 1)).build()));
        transcript.isRefused(
                "in the future",
                () -> withhold(order.toBuilder().period(YearMonth.of(2099, 1)).build()));
        transcript.isRefused(
                "another insurance",
                () -> withhold(order.toBuilder().insurance("AAE140:310").build()));
        transcript.isRefused(
                "under no mandate",
                () -> withhold(order.toBuilder().mandateId("mdt_0").build()));
        transcript.isRefused(
                "of no worker",
                () -> withhold(order.toBuilder().workerId("wkr_0").build()));
        Worker second = partner.workers().register(papers.registration("c", 2, "44"));
        partner.workers().awaitEnrolled(second.id(), A_WHILE);
        transcript.isRefused(
                "under another's mandate",
                () -> withhold(order.toBuilder().workerId(second.id()).build()));
        transcript.isRefused("by another platform", () -> other.withholdings().withhold(order));
    }

    private Withholding withhold(WithholdingOrder order) {
        return partner.withholdings().withhold(order);
    }

    private Withholding outcomes() {
        WithholdingOrder order = papers.order("w", worker.id(), mandate.id(), OCTOBER);
        Withholding accepted = transcript.does("withholds", () -> withhold(order));
        transcript.does("withholds once more", () -> withhold(order));
        Withholding confirmed =
                transcript.does("is confirmed", () -> partner.withholdings().awaitFinal(accepted.id(), A_WHILE));
        transcript.does("withholds after that", () -> withhold(order));
        transcript.isRefused(
                "another amount",
                () -> withhold(order.toBuilder().amountFen(110_201L).build()));
        transcript.isRefused("the month again", () -> withhold(papers.order("x", worker.id(), mandate.id(), OCTOBER)));
        RequestOptions used = RequestOptions.none().withIdempotencyKey(papers.reference("key"));
        WithholdingOrder september = papers.order("y", worker.id(), mandate.id(), YearMonth.of(2026, 9));
        transcript.does("under a key of its own, and waits", () -> {
            Withholding waited = partner.withholdings().withhold(september, used.withWait(Duration.ofSeconds(10)));
            return List.of(waited.state(), waited.revision());
        });
        transcript.isRefused(
                "the key for another one",
                () -> partner.withholdings()
                        .withhold(papers.order("z", worker.id(), mandate.id(), YearMonth.of(2026, 8)), used));
        refusedByTheProvince();
        unknownForAWhile();
        platformAfterPlatform();
        return confirmed;
    }

    private void refusedByTheProvince() {
        WithholdingOrder tooLittle =
                papers.order("little", worker.id(), mandate.id(), YearMonth.of(2026, 7)).toBuilder()
                        .baseFen(500L)
                        .amountFen(100L)
                        .build();
        world.provinceWillRefuse(tooLittle.partnerReference(), ProblemType.PROVINCE_AMOUNT_NOT_ALLOWED);
        Withholding accepted = withhold(tooLittle);
        Withholding refused = transcript.does(
                "is refused by the province", () -> partner.withholdings().awaitFinal(accepted.id(), A_WHILE));
        transcript.does("a receipt of the refusal", () -> {
            var receipt =
                    Receipts.verify(partner.withholdings().receipt(refused.id()).jws(), partner.gatewayKeys());
            return Arrays.asList(receipt.state(), receipt.refusal(), receipt.provinceReceipt());
        });
        transcript.does("the month is free again", () -> {
            Withholding again = withhold(papers.order("enough", worker.id(), mandate.id(), YearMonth.of(2026, 7)));
            return partner.withholdings().awaitFinal(again.id(), A_WHILE).state();
        });
    }

    private void unknownForAWhile() {
        WithholdingOrder order = papers.order("silent", worker.id(), mandate.id(), YearMonth.of(2026, 6));
        world.provinceWillNotAnswer(order.partnerReference());
        Withholding accepted = withhold(order);
        transcript.does(
                "nobody knows, and then it is there",
                () -> partner.withholdings().awaitFinal(accepted.id(), A_WHILE.multipliedBy(2)));
    }

    /** The person works for both; the month is the person's. */
    private void platformAfterPlatform() {
        Worker theirs = transcript.does(
                "another platform's worker", () -> other.workers().register(papers.registration("o", 1, "44")));
        other.workers().awaitEnrolled(theirs.id(), A_WHILE);
        Mandate theirMandate = other.mandates().create(papers.grant("o", theirs.id(), "44"));
        transcript.isRefused(
                "the month at another platform",
                () -> other.withholdings().withhold(papers.order("o", theirs.id(), theirMandate.id(), OCTOBER)));
        transcript.isRefused(
                "the other one's mandate",
                () -> other.withholdings()
                        .withhold(papers.order(
                                "p",
                                theirs.id(),
                                world.partner()
                                        .mandates()
                                        .create(papers.grant("q", worker.id(), "44"))
                                        .id(),
                                OCTOBER)));
    }

    private void lists(Withholding confirmed) {
        WithholdingQuery ofWorker = WithholdingQuery.all().ofWorker(worker.id());
        transcript.does(
                "all of them, page by page",
                () -> partner.withholdings().list(ofWorker.pagesOf(2)).stream()
                        .map(Withholding::partnerReference)
                        .toList());
        WithholdingPage page =
                partner.withholdings().listAsync(ofWorker.pagesOf(1), null).join();
        transcript.does("one page", () -> page.items());
        transcript.isRefused(
                "its cursor with another filter",
                () -> refusedOf(() -> partner.withholdings()
                        .listAsync(WithholdingQuery.all().pagesOf(1), page.nextCursor())
                        .join()));
        transcript.does(
                "one month",
                () -> partner.withholdings().list(ofWorker.ofPeriod(OCTOBER)).stream()
                        .map(Withholding::id)
                        .toList());
        transcript.does(
                "by reference",
                () -> partner.withholdings()
                        .findByReference(confirmed.partnerReference())
                        .orElseThrow());
        transcript.isRefused("a filter of no form", () -> partner.withholdings().findByReference("no blanks"));
    }

    private static Object refusedOf(Supplier<?> call) {
        try {
            return call.get();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
