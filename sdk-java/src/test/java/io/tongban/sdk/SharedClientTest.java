package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedClientTest {
    private final Scene scene = new Scene();

    @BeforeEach
    void echoTheReference() {
        scene.gateway().answer(request -> {
            String reference = request.body().replaceAll(".*\"partnerReference\":\"([^\"]+)\".*", "$1");
            return Reply.of(202, Samples.withholding(reference, WithholdingState.ACCEPTED));
        });
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void servesAHundredThreadsWithOneToken() throws Exception {
        Tongban tongban = scene.client();
        ExecutorService threads = Executors.newFixedThreadPool(100);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> ids = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit((Callable<String>) () -> {
                        start.await();
                        return tongban.withholdings()
                                .withhold(Samples.order("r-" + i))
                                .id();
                    }))
                    .toList();
            start.countDown();

            for (int i = 0; i < 100; i++) {
                assertThat(ids.get(i).get()).isEqualTo("wh_r-" + i);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scene.gateway().faults()).isEmpty();
        assertThat(scene.farSide().tokens().asked()).isEqualTo(1);
        assertThat(scene.farSide().keys().asked()).isEqualTo(1);
        assertThat(scene.gateway().received())
                .extracting(each -> each.field("Idempotency-Key"))
                .doesNotHaveDuplicates();
    }

    @Test
    void makesAHundredCallsAtOnceWithoutAThreadForEach() {
        Tongban tongban = scene.client();

        List<CompletableFuture<String>> ids = IntStream.range(0, 100)
                .mapToObj(i -> tongban.withholdings()
                        .withholdAsync(Samples.order("r-" + i))
                        .thenApply(withholding -> withholding.id()))
                .toList();

        for (int i = 0; i < 100; i++) {
            assertThat(ids.get(i).join()).isEqualTo("wh_r-" + i);
        }
    }

    @Test
    void livesBesideOtherClientsInOneJvm() {
        Tongban one = scene.build(scene.builder("one", Keys.p256("one-1")));
        Tongban two = scene.build(scene.builder("two", Keys.ed25519("two-1")));

        one.withholdings().withhold(Samples.order("r-1"));
        two.withholdings().withhold(Samples.order("r-1"));
        one.close();
        two.withholdings().withhold(Samples.order("r-2"));

        assertThat(scene.gateway().faults()).isEmpty();
        assertThat(scene.gateway().received())
                .extracting(each -> each.field("Idempotency-Key"))
                .as("the same reference of two partners is not the same effect")
                .doesNotHaveDuplicates();
    }

    @Test
    void callsNoOneWhileItIsBuilt() {
        scene.farSide().close();

        assertThat(scene.client())
                .hasToString("Tongban[fengsong-delivery at " + scene.farSide().baseUrl() + "]");
        assertThat(scene.farSide().tokens().asked()).isZero();
    }
}
