package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.SubsidySamples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payouts and their months, without a gateway. */
class PayoutsTest {
    private static final Instant START = Instant.parse("2026-11-10T04:00:00Z");

    private final TongbanFake fake = TongbanFake.startingAt(START);
    private final Tongban one = fake.client("one");
    private final Tongban other = fake.client("other");

    @Test
    void aMonthThatIsCompleteAtItsCutOffIsPaid() {
        Insured atOne = fake.insured(one);
        Mandate mandate = mandate(one, atOne, 100);

        Payout first = one.payouts().report(order("p-1", mandate, 300_000));
        Payout second = one.payouts().report(order("p-2", mandate, 300_000));

        assertThat(first.holdFen()).isEqualTo(90_000);
        assertThat(second.holdFen()).isEqualTo(20_200);
        fake.advance(Duration.ofDays(8));
        Payout paid = one.payouts().get(first.id());
        assertThat(paid.parts().get(0).state()).isEqualTo(PartState.PAID);
        assertThat(paid.revision()).isGreaterThan(first.revision());
        assertThat(one.payouts().findByReference("p-2")).isPresent();
    }

    @Test
    void aMonthThatPayoutsPaidIsProvedAndRefunded() {
        Insured atOne = fake.insured(one);
        String worker = atOne.worker().id();
        Mandate mandate = mandate(one, atOne, 100);
        one.payouts().report(order("p-1", mandate, 400_000));
        assertRefused(
                ProblemType.CONTRIBUTION_NOT_CONFIRMED, () -> one.subsidies().prove(worker, SubsidySamples.REQUEST));

        fake.advance(Duration.ofDays(8));

        assertThat(one.subsidies().prove(worker, SubsidySamples.REQUEST).province())
                .isEqualTo("44");
        assertThat(one.subsidies().claim(worker, SubsidySamples.ORDER).amountFen())
                .isEqualTo(55_100);
    }

    @Test
    void aMonthThatWentBackProvesNothing() {
        Insured atOne = fake.insured(one);
        one.payouts().report(order("p-1", mandate(one, atOne, 50), 100_000));

        fake.advance(Duration.ofDays(8));

        assertRefused(
                ProblemType.CONTRIBUTION_NOT_CONFIRMED,
                () -> one.subsidies().prove(atOne.worker().id(), SubsidySamples.REQUEST));
    }

    @Test
    void aMandateSaysWhetherItMakesUpAlsoWhereThatWasLeftOut() {
        Insured atOne = fake.insured(one);
        Mandate silent = mandate(one, atOne, 40);

        assertThat(silent.payouts())
                .isNotNull()
                .extracting(PayoutTerms::makesUp)
                .isEqualTo(false);
        assertThat(one.mandates().get(silent.id()).payouts()).isEqualTo(silent.payouts());
    }

    @Test
    void anIncompleteMonthGoesBack() {
        Insured atOne = fake.insured(one);
        Payout first = one.payouts().report(order("p-1", mandate(one, atOne, 50), 100_000));

        fake.advance(Duration.ofDays(8));

        assertThat(one.payouts().get(first.id()).parts().get(0).reason())
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("month-incomplete"));
    }

    @Test
    void showsInTheStatusWhatItsPartnerHoldsAlone() {
        Insured atOne = fake.insured(one);
        Payout first = one.payouts().report(order("p-1", mandate(one, atOne, 50), 100_000));

        assertThat(one.statuses().of(atOne.worker().id()).insurances().get(0).collecting())
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.heldFen()).isEqualTo(first.holdFen());
                    assertThat(month.period()).isEqualTo(YearMonth.of(2026, 10));
                    assertThat(month.cutOff()).isEqualTo(LocalDate.of(2026, 11, 15));
                });
    }

    @Test
    void refusesABaseThatIsNone() {
        Insured atOne = fake.insured(one);
        Mandate mandate = one.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("low")
                        .workerId(atOne.worker().id())
                        .province("44")
                        .insurances(List.of("AAE140:110", "AAE140:310"))
                        .capFen(200_000)
                        .validFrom(YearMonth.of(2026, 9))
                        .signedAt(START.minusSeconds(60))
                        .agreementReference("agreement-78")
                        .payouts(PayoutTerms.builder()
                                .baseFen(100)
                                .sharePercent(50)
                                .payoutPercent(30)
                                .build())
                        .build());

        assertRefused(ProblemType.BASE_OUTSIDE_LIMITS, () -> one.payouts().report(order("p-1", mandate, 1_000)));
    }

    @Test
    void refusesWhatTheGatewayRefuses() {
        Insured atOne = fake.insured(one);
        Mandate mandate = mandate(one, atOne, 50);
        Payout first = one.payouts().report(order("p-1", mandate, 100_000));

        assertRefused(ProblemType.PAYOUT_ALREADY_REPORTED, () -> one.payouts().report(order("p-1", mandate, 1)));
        assertRefused(ProblemType.INCOME_IMPLAUSIBLE, () -> one.payouts().report(order("p-2", mandate, 0)));
        assertRefused(
                ProblemType.MANDATE_NOT_FOR_PAYOUTS, () -> one.payouts().report(order("p-3", atOne.mandate(), 1)));
        assertRefused(ProblemType.PAYOUT_NOT_FOUND, () -> other.payouts().get(first.id()));
        assertRefused(
                ProblemType.PERIOD_ALREADY_WITHHELD,
                () -> one.withholdings()
                        .withhold(WithholdingOrder.builder()
                                .partnerReference("wh-1")
                                .workerId(atOne.worker().id())
                                .mandateId(atOne.mandate().id())
                                .insurance("AAE140:110")
                                .period(YearMonth.of(2026, 10))
                                .baseFen(551_000)
                                .amountFen(110_200)
                                .build()));
        one.mandates()
                .revoke(
                        mandate.id(),
                        MandateRevocation.builder().revokedAt(START).build());
        assertThat(one.payouts().get(first.id()).parts().get(0).state()).isEqualTo(PartState.TO_RETURN);
        assertRefused(ProblemType.MANDATE_REVOKED, () -> one.payouts().report(order("p-4", mandate, 1)));
    }

    private static void assertRefused(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(type.code()));
    }

    private static Mandate mandate(Tongban partner, Insured insured, int share) {
        return partner.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("payouts-" + insured.worker().id() + "-" + share)
                        .workerId(insured.worker().id())
                        .province("44")
                        .insurances(List.of("AAE140:110"))
                        .capFen(200_000)
                        .validFrom(YearMonth.of(2026, 9))
                        .signedAt(START.minusSeconds(60))
                        .agreementReference("agreement-77")
                        .payouts(PayoutTerms.builder()
                                .baseFen(551_000)
                                .sharePercent(share)
                                .payoutPercent(30)
                                .build())
                        .build());
    }

    private static PayoutOrder order(String reference, Mandate mandate, long earned) {
        return PayoutOrder.builder()
                .partnerReference(reference)
                .workerId(mandate.workerId())
                .mandateId(mandate.id())
                .paidOn(LocalDate.of(2026, 11, 10))
                .earnedFen(earned)
                .build();
    }
}
