package io.tongban.gateway.trust.idempotency;

import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.count;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.effect;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.key;
import static io.tongban.gateway.trust.idempotency.IdempotentExecutorTest.node;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyAtOnceTest {
    private static final int REQUESTS = 200;

    @ParameterizedTest(name = "over {0} nodes")
    @ValueSource(ints = {1, 4})
    void twoHundredRequestsWithOneKeyAreOneEffect(int nodes) throws Exception {
        Jdbi jdbi = IdempotentExecutorTest.counting();
        List<IdempotentExecutor> gateways = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            gateways.add(node(jdbi));
        }
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            int number = i;
            answers.add(threads.submit(() -> {
                start.await();
                return answer(gateways.get(number % nodes), "answer " + number);
            }));
        }
        start.countDown();

        List<String> outcomes = new ArrayList<>();
        for (Future<String> answer : answers) {
            outcomes.add(answer.get());
        }
        threads.shutdown();
        assertThat(count(jdbi)).isEqualTo(1);
        outcomes.removeIf("idempotency-in-progress"::equals);
        assertThat(outcomes).isNotEmpty();
        assertThat(outcomes).containsOnly(outcomes.get(0));
    }

    private static String answer(IdempotentExecutor gateway, String text) {
        try {
            return new String(gateway.once(key("k", "a"), false, effect(text)).body(), UTF_8);
        } catch (ProblemException problem) {
            return problem.type().code();
        }
    }
}
