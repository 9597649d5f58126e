package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.HeldUnder;
import io.tongban.api.payout.InstructionRequest;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.OfflineInstruction;
import io.tongban.sdk.Receipts;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.VerifiedPayoutReceipt;
import io.tongban.sdk.error.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Payouts that are made while the platform is offline, floors and limits, without a gateway. */
class OfflinePayoutsTest {
    private static final Instant START = Instant.parse("2026-11-10T04:00:00Z");
    private static final long DUE_FEN = 110_200;

    private final TongbanFake fake = TongbanFake.startingAt(START);
    private final Tongban one = fake.client("one");
    private final Tongban other = fake.client("other");

    @Test
    void anInstructionIsKeptAppliedAndReported() {
        Mandate mandate = mandate(one, rider(one), terms(50, null));
        OfflineInstruction offline = offline(one, mandate);

        long first = offline.hold(100_000);
        long second = offline.hold(150_000);

        assertThat(first).isEqualTo(30_000);
        assertThat(second).isEqualTo(25_100);
        Payout reported = one.payouts().report(held(mandate, "p-1", 100_000, offline.report(first)));
        assertThat(reported.holdFen()).isEqualTo(30_000);
        assertThat(reported.returnFen()).isZero();
        assertThat(one.payouts()
                        .report(held(mandate, "p-2", 150_000, offline.report(second)))
                        .holdFen())
                .isEqualTo(25_100);
    }

    @Test
    void whatFindsNoRoomGoesBackAndTheReceiptSaysSo() {
        Mandate mandate = mandate(one, rider(one), terms(100, null));
        OfflineInstruction offline = offline(one, mandate);
        long kept = offline.hold(300_000);
        one.payouts().report(order(mandate, "p-1", 300_000));

        Payout late = one.payouts().report(held(mandate, "p-2", 300_000, offline.report(kept)));

        assertThat(late.holdFen()).isEqualTo(DUE_FEN - 90_000);
        assertThat(late.returnFen()).isEqualTo(90_000 - late.holdFen());
        assertThat(late.returns().get(0).reason().code()).isEqualTo("contribution-surplus");
        VerifiedPayoutReceipt receipt =
                Receipts.verifyPayout(one.payouts().receipt(late.id()).jws(), one.gatewayKeys());
        assertThat(receipt.reference()).isEqualTo("p-2");
        assertThat(receipt.holdFen()).isEqualTo(late.holdFen());
        assertThat(receipt.returns()).singleElement().satisfies(returned -> {
            assertThat(returned.amountFen()).isEqualTo(late.returnFen());
            assertThat(returned.reason()).isEqualTo("contribution-surplus");
        });
    }

    @Test
    void aReportAfterTheMonthOrUnderARevokedMandateGivesBackAll() {
        Mandate mandate = mandate(one, rider(one), terms(100, null));
        OfflineInstruction offline = offline(one, mandate);
        HeldUnder kept = offline.report(offline.hold(100_000));
        fake.advance(Duration.ofDays(8));

        Payout late = one.payouts().report(held(mandate, "p-1", 100_000, kept));
        assertThat(late.parts()).isEmpty();
        assertThat(late.returns().get(0).reason().code()).isEqualTo("payout-month-closed");
        assertThat(late.returnFen()).isEqualTo(30_000);

        one.mandates()
                .revoke(
                        mandate.id(),
                        MandateRevocation.builder()
                                .revokedAt(fake.clock().instant())
                                .build());
        assertThat(one.payouts()
                        .report(held(mandate, "p-2", 100_000, kept))
                        .returns()
                        .get(0)
                        .reason()
                        .code())
                .isEqualTo("mandate-revoked");
    }

    @Test
    void refusesWhatNoInstructionStandsBehind() {
        Mandate mandate = mandate(one, rider(one), terms(100, null));
        HeldUnder unknown =
                HeldUnder.builder().instructionId("pin_none").heldFen(1).build();
        HeldUnder known = offline(one, mandate).report(20);

        refused(ProblemType.INSTRUCTION_NOT_FOUND, () -> one.payouts().report(held(mandate, "p-1", 10, unknown)));
        refused(ProblemType.INCOME_IMPLAUSIBLE, () -> one.payouts().report(held(mandate, "p-1", 10, known)));
        Mandate second = mandate(one, rider(one), terms(100, null));
        refused(ProblemType.INSTRUCTION_NOT_COVERING, () -> one.payouts().report(held(second, "p-1", 100, known)));
    }

    @Test
    void theWorkersLimitHoldsForEveryPlatformWhoeverWasToldOfIt() {
        mandate(one, sameRider(one), terms(50, DUE_FEN - 1));
        Mandate silent = mandate(other, sameRider(other), terms(50, null));

        refused(ProblemType.WORKER_LIMIT_REACHED, () -> other.payouts().report(order(silent, "p-1", 100_000)));
    }

    /** As a program may read it from a file of its own: the builder would not give it. */
    @Test
    void refusesAReportThatDoesNotSayHowMuchWasHeld() throws Exception {
        Mandate mandate = mandate(one, rider(one), terms(100, null));
        HeldUnder unsaid = new ObjectMapper().readValue("{\"instructionId\":\"pin_1\"}", HeldUnder.class);

        refused(ProblemType.FIELD_MISSING, () -> one.payouts().report(held(mandate, "p-1", 10, unsaid)));
    }

    @Test
    void theFloorStaysWithTheWorker() {
        PayoutTerms floor = terms(100, null).toBuilder().floorFen(80_000L).build();
        Mandate mandate = mandate(one, rider(one), floor);

        assertThat(one.payouts().report(order(mandate, "p-1", 90_000)).holdFen())
                .isEqualTo(10_000);
    }

    private String rider(Tongban client) {
        return fake.insured(client).worker().id();
    }

    /** One person, whichever platform registers it. */
    private String sameRider(Tongban client) {
        String id = client.workers()
                .register(WorkerRegistration.builder()
                        .partnerReference("rider-1")
                        .citizenNumber("11010519491231002X")
                        .name("李秀英")
                        .mobile("13900000017")
                        .province("44")
                        .place(InsuredPlace.WORK_PLACE)
                        .sector("food-delivery")
                        .consentReference("consent-1")
                        .build())
                .id();
        client.workers().awaitEnrolled(id, Duration.ofMinutes(1));
        return id;
    }

    private OfflineInstruction offline(Tongban client, Mandate mandate) {
        String jws = client.payouts()
                .instruct(InstructionRequest.builder()
                        .workerId(mandate.workerId())
                        .mandateId(mandate.id())
                        .build())
                .jws();
        return OfflineInstruction.open(jws, client.gatewayKeys(), 0, fake.clock());
    }

    private static PayoutTerms terms(int share, @Nullable Long limitFen) {
        return PayoutTerms.builder()
                .baseFen(551_000)
                .sharePercent(share)
                .payoutPercent(30)
                .limitFen(limitFen)
                .build();
    }

    private static Mandate mandate(Tongban client, String workerId, PayoutTerms terms) {
        return client.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-" + workerId)
                        .workerId(workerId)
                        .province("44")
                        .insurances(List.of("AAE140:110"))
                        .capFen(200_000)
                        .validFrom(YearMonth.of(2026, 10))
                        .signedAt(Instant.parse("2026-09-30T02:00:00Z"))
                        .agreementReference("agreement-1")
                        .payouts(terms)
                        .build());
    }

    private static PayoutOrder order(Mandate mandate, String reference, long earnedFen) {
        return PayoutOrder.builder()
                .partnerReference(reference)
                .workerId(mandate.workerId())
                .mandateId(mandate.id())
                .paidOn(LocalDate.of(2026, 11, 10))
                .earnedFen(earnedFen)
                .build();
    }

    private static PayoutOrder held(Mandate mandate, String reference, long earnedFen, HeldUnder held) {
        return order(mandate, reference, earnedFen).toBuilder().heldUnder(held).build();
    }

    private static void refused(ProblemType type, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(type.code()));
    }
}
