package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.subsidy.MonthlyIncome;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.SubsidySamples;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fake refuses and grants as the gateway does, by a rule of its own. */
class SubsidiesTest {
    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-28T04:00:00Z"));
    private final Tongban tongban = fake.client();

    @Test
    void aMonthThatIsPaidIsRefundedOnceAndOneThatIsNotIsNot() {
        Insured insured = fake.insured(tongban);
        String worker = insured.worker().id();
        assertRefused(
                ProblemType.CONTRIBUTION_NOT_CONFIRMED,
                () -> tongban.subsidies().claim(worker, SubsidySamples.ORDER));
        String id = tongban.withholdings()
                .withhold(WithholdingOrder.builder()
                        .partnerReference("wh-1")
                        .workerId(worker)
                        .mandateId(insured.mandate().id())
                        .insurance("AAE140:110")
                        .period(YearMonth.of(2026, 10))
                        .baseFen(551_000L)
                        .amountFen(110_200L)
                        .build())
                .id();
        tongban.withholdings().awaitFinal(id, Duration.ofSeconds(10));

        SubsidyClaim claim = tongban.subsidies()
                .claim(
                        worker,
                        SubsidySamples.ORDER.toBuilder().partnerReference("s-2").build());
        assertThat(claim.amountFen()).isEqualTo(55_100);
        assertThat(claim.proof()).isEqualTo(tongban.subsidies().prove(worker, SubsidySamples.REQUEST));
        assertThat(tongban.subsidies().list(worker).items()).containsExactly(claim);
        assertRefused(
                ProblemType.SUBSIDY_ALREADY_CLAIMED,
                () -> tongban.subsidies()
                        .claim(
                                worker,
                                SubsidySamples.ORDER.toBuilder()
                                        .partnerReference("s-3")
                                        .build()));
        assertRefused(
                ProblemType.INCOME_BELOW_FLOOR,
                () -> tongban.subsidies()
                        .claim(
                                worker,
                                SubsidySamples.ORDER.toBuilder()
                                        .partnerReference("s-4")
                                        .incomes(List.of(MonthlyIncome.builder()
                                                .period(YearMonth.of(2026, 10))
                                                .incomeFen(620_000)
                                                .build()))
                                        .build()));
    }

    @Test
    void whatIsNotDueAnywayDoesNotTellWhetherTheMonthIsPaid() {
        String worker = fake.insured(tongban).worker().id();

        assertRefused(
                ProblemType.RULE_UNKNOWN,
                () -> tongban.subsidies()
                        .claim(
                                worker,
                                SubsidySamples.ORDER.toBuilder()
                                        .insurance("AAE140:310")
                                        .build()));
        assertRefused(
                ProblemType.INCOME_BELOW_FLOOR,
                () -> tongban.subsidies()
                        .claim(
                                worker,
                                SubsidySamples.ORDER.toBuilder()
                                        .incomes(List.of(MonthlyIncome.builder()
                                                .period(YearMonth.of(2026, 10))
                                                .incomeFen(620_000)
                                                .build()))
                                        .build()));
    }

    private static void assertRefused(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.type()).contains(type));
    }
}
