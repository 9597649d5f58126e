package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A derived key does not outlive the state that it named. */
class RepeatsTest {
    private static final Reply PENDING = Reply.of(201, Samples.worker(EnrolmentState.PENDING));
    private static final Reply REFUSED = Reply.of(200, Samples.worker(EnrolmentState.REFUSED));
    private static final Reply ENROLLED = Reply.of(200, Samples.worker(EnrolmentState.ENROLLED));

    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    private EnrolmentState register() {
        Worker worker = tongban.workers().register(Samples.registration());
        return worker.enrolments().get(0).state();
    }

    private List<String> keys() {
        return scene.gateway().received().stream()
                .flatMap(request -> request.field("Idempotency-Key").stream())
                .toList();
    }

    @Test
    void aFreshRegistrationIsOneCall() {
        scene.gateway().answer(PENDING);

        assertThat(register()).isEqualTo(EnrolmentState.PENDING);
        assertThat(scene.gateway().received()).hasSize(1);
    }

    /** The replay says PENDING from seven days ago; the worker is ENROLLED by now. */
    @Test
    void aRepeatedRegistrationAnswersTheWorkerAsItIs() {
        scene.clock().advance(Duration.ofDays(7));
        scene.gateway().answer(PENDING, ENROLLED);

        assertThat(register()).isEqualTo(EnrolmentState.ENROLLED);
        assertThat(scene.gateway().received()).extracting(Received::method).containsExactly("POST", "GET");
    }

    @Test
    void theSameRegistrationAfterARefusalIsANewAttemptAndThatIsTheSameAfterARestart() {
        scene.clock().advance(Duration.ofDays(7));
        scene.gateway().answer(PENDING, REFUSED, PENDING, PENDING, REFUSED, PENDING);

        assertThat(register()).isEqualTo(EnrolmentState.PENDING);
        scene.client().workers().register(Samples.registration());

        List<String> keys = keys();
        assertThat(keys).hasSize(4);
        assertThat(keys.get(1)).isNotEqualTo(keys.get(0));
        assertThat(keys.subList(2, 4)).isEqualTo(keys.subList(0, 2));
    }

    @Test
    void correctedDataHaveAnotherKey() {
        scene.gateway().answer(PENDING);
        register();
        tongban.workers()
                .register(
                        Samples.registration().toBuilder().mobile("13900000018").build());

        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aKeyOfTheCallersOwnDecidesAlone() {
        scene.clock().advance(Duration.ofDays(7));
        scene.gateway().answer(PENDING);

        tongban.workers().register(Samples.registration(), RequestOptions.none().withIdempotencyKey("mine"));

        assertThat(keys()).containsExactly("mine");
        assertThat(scene.gateway().received()).hasSize(1);
    }

    @Test
    void whoMayRegisterAndNotReadGetsTheStoredAnswer() {
        scene.clock().advance(Duration.ofDays(7));
        scene.gateway().answer(PENDING, Reply.problem(ProblemType.SCOPE_MISSING));

        assertThat(register()).isEqualTo(EnrolmentState.PENDING);
    }

    @Test
    void anEndpointThatWasDeletedIsMadeAnew() {
        URI url = URI.create("https://partner.example/tongban");
        WebhookEndpoint old = new WebhookEndpoint("whe_1", url, Set.of(EventType.WORKER_ENROLLED), Samples.NOW);
        WebhookEndpoint next = new WebhookEndpoint("whe_2", url, Set.of(EventType.WORKER_ENROLLED), Samples.NOW);
        scene.gateway()
                .answer(
                        Reply.of(201, old),
                        Reply.of(200, new WebhookEndpointList(List.of())),
                        Reply.of(201, next),
                        Reply.of(200, new WebhookEndpointList(List.of(next))));

        assertThat(tongban.webhookEndpoints()
                        .create(WebhookEndpointSpec.builder()
                                .url(url)
                                .events(Set.of(EventType.WORKER_ENROLLED))
                                .build()))
                .isEqualTo(next);
        assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
    }
}
