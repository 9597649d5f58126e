package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhookServiceTest {
    private static final URI URL = URI.create("https://partner.example/hook");

    private final WebhookBench bench = new WebhookBench(Map.of());

    @Test
    void listsWhatWasCreatedJustAsItWasAnswered() {
        WebhookEndpoint one = bench.endpoint(URL, EventType.WORKER_REFUSED, EventType.WORKER_ENROLLED);
        WebhookEndpoint two = bench.endpoint(URL, EventType.WITHHOLDING_REFUSED);
        assertThat(bench.service.list(WebhookBench.CLIENT).items()).containsExactlyInAnyOrder(one, two);
        assertThat(bench.service.list("courier-two").items()).isEmpty();
    }

    @Test
    void refusesAUrlWithItsReasonAndPointer() {
        WebhookEndpointSpec spec = WebhookEndpointSpec.builder()
                .url(URL)
                .events(Set.of(EventType.WORKER_ENROLLED))
                .build();
        assertThatThrownBy(() -> bench.jdbi.useTransaction(handle -> bench.service.create(
                        handle, new Principal.Program(WebhookBench.CLIENT), spec, Optional.of("not there"))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.WEBHOOK_URL_REFUSED);
                    assertThat(problem.pointer()).contains("/url");
                    assertThat(problem.detail()).contains("not there");
                });
        assertThat(bench.service.list(WebhookBench.CLIENT).items()).isEmpty();
    }

    @Test
    void deletesOnceAndOnlyForItsPartner() {
        String id = bench.endpoint(URL, EventType.WORKER_ENROLLED).id();
        assertThat(delete("courier-two", id)).isEqualTo(ProblemType.WEBHOOK_NOT_FOUND);
        assertThat(delete(WebhookBench.CLIENT, id)).isNull();
        assertThat(delete(WebhookBench.CLIENT, id)).isEqualTo(ProblemType.WEBHOOK_NOT_FOUND);
    }

    @Test
    void keepsToTenAPartnerHoweverManyAreCreatedAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<ProblemType> create = () -> {
            try {
                bench.endpoint(URL, EventType.WORKER_ENROLLED);
                return null;
            } catch (ProblemException e) {
                return e.type();
            }
        };
        List<Callable<ProblemType>> many =
                IntStream.range(0, 24).mapToObj(i -> create).toList();
        long refused = 0;
        for (var result : threads.invokeAll(many)) {
            refused += result.get() == ProblemType.WEBHOOK_LIMIT ? 1 : 0;
        }
        threads.shutdown();
        assertThat(refused).isEqualTo(14);
        assertThat(bench.service.list(WebhookBench.CLIENT).items()).hasSize(10);
    }

    @Test
    void putsCreationAndDeletionIntoTheAuditLog() {
        String id = bench.endpoint(URL, EventType.WORKER_ENROLLED).id();
        delete(WebhookBench.CLIENT, id);
        assertThat(bench.jdbi.<List<String>, RuntimeException>withHandle(
                        handle -> handle.createQuery("select action || ' ' || subject_id from audit order by id")
                                .mapTo(String.class)
                                .list()))
                .containsExactly("webhook.created " + id, "webhook.deleted " + id);
    }

    private ProblemType delete(String clientId, String id) {
        try {
            bench.jdbi.useTransaction(handle -> bench.service.delete(handle, new Principal.Program(clientId), id));
            return null;
        } catch (ProblemException e) {
            return e.type();
        }
    }
}
