package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.load.Flood;
import io.tongban.sandbox.load.Shape;
import io.tongban.sandbox.load.SignedReader;
import io.tongban.sandbox.load.Target;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some hundred hostile connections of each shape at a time: everyone else is answered, and the log stays short. */
@Tag("alone")
@ExtendWith(RunningSandbox.class)
class FloodTest {
    private static final int CONNECTIONS = 400;
    /** Strangers who repeat themselves share a line every ten seconds. */
    private static final int OCTETS_LOGGED = 100_000;

    private static final int READS = 60;
    /** Uses up a partner's requests of a minute, so it is one that no other test calls by. */
    private static final String FLOODER = "yuntu-freight";

    private final TestSandbox sandbox;

    FloodTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void leavesOthersTheirAnswers(Shape shape) throws Exception {
        SignedReader reader = SignedReader.of(sandbox.stack(), "fengsong-delivery");
        Target target =
                Target.of(sandbox.stack(), sandbox.partner(FLOODER).token().get());
        long before = Files.size(sandbox.stack().gatewayProcess().log());
        Set<Integer> statuses = new HashSet<>();

        try (Flood flood = Flood.start(shape, target, CONNECTIONS)) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> flood.opened() >= CONNECTIONS);
            for (int i = 0; i < READS; i++) {
                statuses.add(reader.read());
            }
        }
        statuses.add(reader.read());

        assertThat(statuses).containsExactly(200);
        assertThat(sandbox.stack().gatewayProcess().alive()).isTrue();
        assertThat(Files.size(sandbox.stack().gatewayProcess().log()) - before)
                .as("octets logged")
                .isLessThan(OCTETS_LOGGED);
    }

    /** No deadline applies: each connection has made a request that was answered. */
    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"RAPID_RESET", "ENDLESS_CONTINUATION", "PINGS", "SETTINGS"})
    void endsAConnectionForItsFrames(Shape shape) throws Exception {
        Target target =
                Target.of(sandbox.stack(), sandbox.partner(FLOODER).token().get());

        try (Flood flood = Flood.start(shape, target, 1)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> flood.opened() > 1);
        }
    }
}
