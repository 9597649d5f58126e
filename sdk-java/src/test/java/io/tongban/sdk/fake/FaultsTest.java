package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.sdk.RequestOptions;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.WithholdingQuery;
import io.tongban.sdk.error.NoAnswerException;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.retry.RetryBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What goes wrong on the way, and what a partner sees of it. */
class FaultsTest {
    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-23T02:00:00Z"));
    private final Tongban tongban = fake.client();
    private final Insured rider = fake.insured(tongban);
    private final WithholdingOrder order = WithholdingOrder.builder()
            .partnerReference("wh-1")
            .workerId(rider.worker().id())
            .mandateId(rider.mandate().id())
            .insurance("AAE140:110")
            .period(YearMonth.of(2026, 10))
            .baseFen(551_000L)
            .amountFen(110_200L)
            .build();

    private long accepted() {
        return tongban.withholdings().list(WithholdingQuery.all()).stream().count();
    }

    @Test
    void aLostAnswerIsTriedAgainUnderTheSameKey() {
        fake.faults().loseAnswers(3);

        assertThat(tongban.withholdings().withhold(order).partnerReference()).isEqualTo("wh-1");
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void whereAllAnswersAreLostNobodyKnowsUntilTheSameCallIsMadeAgain() {
        fake.faults().loseAnswers(4);
        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> tongban.withholdings().withhold(order));
        assertThat(unknown.mayHaveHappened()).isTrue();
        assertThat(accepted()).isEqualTo(1);

        Withholding again = tongban.withholdings().withhold(order);
        assertThat(again.revision()).isEqualTo(1);
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void whatNeverArrivedHasNoEffect() {
        fake.faults().loseRequests(4);

        assertThat(catchThrowableOfType(
                        OutcomeUnknownException.class,
                        () -> tongban.withholdings().withhold(order)))
                .isNotNull();
        assertThat(accepted()).isZero();
        fake.faults().loseRequests(4);
        assertThat(catchThrowableOfType(
                        NoAnswerException.class, () -> tongban.withholdings().get("wh_1")))
                .isNotNull();
    }

    @Test
    void retryAfterIsWaitedForInTheTimeOfTheFake() {
        Instant before = fake.clock().instant();
        fake.faults()
                .unavailable(1, Duration.ofSeconds(7))
                .rateLimited(1, Duration.ofSeconds(8))
                .badGateway(1);

        tongban.withholdings().withhold(order);

        assertThat(Duration.between(before, fake.clock().instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void whoDoesNotRetryIsToldWhatTheGatewaySaid() {
        Tongban once = fake.builder("platform").retryBudget(RetryBudget.none()).build();
        fake.faults().rateLimited(1, Duration.ofSeconds(8));
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> once.withholdings().withhold(order));
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(8));

        for (ProblemType type : ProblemType.values()) {
            if (type != ProblemType.TOKEN_EXPIRED && type != ProblemType.TOKEN_INVALID) {
                fake.faults().refuse(1, type);
                RefusedException any = catchThrowableOfType(
                        RefusedException.class, () -> once.withholdings().get("wh_1"));
                assertThat(any.type()).contains(type);
                assertThat(any.status()).isEqualTo(type.status());
            }
        }
    }

    @Test
    void aKeyStandsForOneRequestAndForSevenDays() {
        RequestOptions key = RequestOptions.none().withIdempotencyKey("k-1");
        Withholding first = tongban.withholdings().withhold(order, key);
        WithholdingOrder other = order.toBuilder()
                .partnerReference("wh-2")
                .period(YearMonth.of(2026, 9))
                .build();

        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> tongban.withholdings().withhold(other, key))
                        .code())
                .isEqualTo("idempotency-key-reused");
        fake.advance(Duration.ofDays(6));
        assertThat(tongban.withholdings().withhold(order, key)).isEqualTo(first);
        fake.advance(Duration.ofDays(1));
        assertThat(tongban.withholdings().withhold(other, key).id()).isNotEqualTo(first.id());
    }

    @Test
    void aTokenIsGoodForWhatWasAskedFor() {
        Tongban reader =
                fake.builder("platform").scopes(Scopes.CONTRIBUTIONS_READ).build();

        assertThat(reader.withholdings().list(WithholdingQuery.all())).isEmpty();
        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> reader.withholdings().withhold(order))
                        .code())
                .isEqualTo("scope-missing");
    }
}
