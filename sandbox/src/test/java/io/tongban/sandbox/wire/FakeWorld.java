package io.tongban.sandbox.wire;

import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.Webhooks;
import io.tongban.sdk.fake.Outcome;
import io.tongban.sdk.fake.TongbanFake;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The SDK's fake. */
final class FakeWorld implements StoryWorld {
    private final TongbanFake fake = TongbanFake.create();
    private final Tongban partner = fake.client("fengsong-delivery");
    private final Tongban other = fake.client("kuaixing-ride");
    private final Tongban reader =
            fake.builder("fengsong-delivery").scopes(Scopes.CONTRIBUTIONS_READ).build();
    private final Tongban agency = fake.agencyClient();

    @Override
    public Tongban partner() {
        return partner;
    }

    @Override
    public Tongban other() {
        return other;
    }

    @Override
    public Tongban reader() {
        return reader;
    }

    @Override
    public Tongban agency() {
        return agency;
    }

    @Override
    public void provinceWillRefuse(String reference, ProblemType why) {
        fake.withholdings().of(reference, Outcome.refused(why));
    }

    @Override
    public void provinceWillNotAnswer(String reference) {
        fake.withholdings().of(reference, Outcome.unknown().then(Duration.ofSeconds(10), Outcome.confirmed()));
    }

    @Override
    public URI webhookUrl() {
        return URI.create("https://partner.example/tongban");
    }

    @Override
    public List<WebhookEvent> events(int atLeast, Predicate<WebhookEvent> which) {
        return fake.webhooks().stream()
                .map(call -> Webhooks.verify(
                        call.method(),
                        call.url(),
                        call.headers(),
                        call.body(),
                        partner.gatewayKeys(),
                        Webhooks.TOLERANCE,
                        fake.clock()))
                .filter(which)
                .toList();
    }

    @Override
    public void close() {}
}
