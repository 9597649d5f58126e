package io.tongban.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.Webhooks;
import io.tongban.sdk.fake.Insured;
import io.tongban.sdk.fake.Outcome;
import io.tongban.sdk.fake.TongbanFake;
import io.tongban.sdk.testing.SignedWebhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a partner tests its own payroll: the real client, and a gateway in the same JVM. */
class PayrollTest {
    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-23T02:00:00Z"));
    private final Tongban tongban = fake.client();
    private final Insured rider = fake.insured(tongban);

    private WithholdingOrder october() {
        return WithholdingOrder.builder()
                .partnerReference("wh-2026-10-17")
                .workerId(rider.worker().id())
                .mandateId(rider.mandate().id())
                .insurance("AAE140:110")
                .period(YearMonth.of(2026, 10))
                .baseFen(551_000L)
                .amountFen(110_200L)
                .build();
    }

    @Test
    void theMonthIsWithheld() {
        Withholding accepted = tongban.withholdings().withhold(october());

        assertThat(tongban.withholdings()
                        .awaitFinal(accepted.id(), Duration.ofMinutes(1))
                        .state())
                .isEqualTo(WithholdingState.CONFIRMED);
    }

    @Test
    void aLostAnswerDoesNotWithholdTwice() {
        fake.faults().loseAnswers(2);

        Withholding first = tongban.withholdings().withhold(october()); // tried three times, done once
        Withholding again = tongban.withholdings().withhold(october());

        assertThat(again).isEqualTo(first);
    }

    @Test
    void whatTheProvinceRefusesDaysLaterGoesBackToTheRider() throws Exception {
        tongban.webhookEndpoints()
                .create(WebhookEndpointSpec.builder()
                        .url(URI.create("https://partner.example/tongban"))
                        .events(Set.of(EventType.WITHHOLDING_REFUSED))
                        .build());
        fake.withholdings()
                .next(Outcome.refused(ProblemType.PROVINCE_NOT_ELIGIBLE).after(Duration.ofDays(2)));
        tongban.withholdings().withhold(october());

        fake.advance(Duration.ofDays(2)); // no test waits

        SignedWebhook call = fake.webhooks().get(0);
        WebhookEvent event = Webhooks.verify(
                call.method(),
                call.url(),
                call.headers(),
                call.body(),
                tongban.gatewayKeys(),
                Webhooks.TOLERANCE,
                fake.clock());
        assertThat(event.withholding().refusal().code()).isEqualTo("province-not-eligible");
    }
}
