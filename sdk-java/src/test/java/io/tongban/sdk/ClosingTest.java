package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A program that waits for its threads must not wait for the SDK's. */
class ClosingTest {
    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tongban-"))
                .collect(Collectors.toSet());
    }

    @Test
    void leavesNoThreadOfItsOwn() throws Exception {
        Set<Thread> before = ours();
        try (Scene scene = new Scene()) {
            var key = Keys.p256("k-1");
            scene.farSide().tokens().register("k", key);
            scene.gateway()
                    .answer(
                            Reply.problem(ProblemType.UNAVAILABLE),
                            Reply.of(200, Samples.withholding("r-1", WithholdingState.CONFIRMED)));
            Tongban tongban = Tongban.builder()
                    .baseUrl(scene.farSide().baseUrl())
                    .issuer(scene.farSide().issuer())
                    .clientId("k")
                    .privateKeyJwk(key.toJSONString())
                    .clock(scene.clock())
                    .build();
            tongban.withholdings().get("wh_1");
            Set<Thread> started = new HashSet<>(ours());
            started.removeAll(before);
            assertThat(started)
                    .extracting(Thread::getName)
                    .anyMatch(name -> name.startsWith("tongban-http"))
                    .anyMatch(name -> name.startsWith("tongban-deadline"))
                    .anyMatch(name -> name.startsWith("tongban-pause"));

            tongban.close();

            for (Thread thread : started) {
                thread.join(Duration.ofSeconds(30).toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
