package io.tongban.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.chaos.Attempt.Kind;
import io.tongban.sandbox.launcher.GatewayProcess;
import io.tongban.sandbox.launcher.Layout;
import io.tongban.sandbox.launcher.PostgresServer;
import io.tongban.sandbox.launcher.Progress;
import io.tongban.sandbox.launcher.SandboxProvinces;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on a database of their own, which stops, is killed, and runs out of disk; then the nodes. Longer and harder
 * as {@link FailureSettings#fromSystem} says.
 */
@EnabledIfSystemProperty(named = "chaos.failures.rate", matches = "\\d+", disabledReason = "takes minutes: run by hand")
class FailureRunTest {
    private static final Duration BACK = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void whateverFailsIsAnsweredByARetryable503AndNothingIsLostOrDoubled() throws Exception {
        FailureSettings settings = FailureSettings.fromSystem();
        Path data = settings.disk().orElse(folder).resolve("gateway-postgres");
        try (PostgresServer database = PostgresServer.start(data)) {
            database.createDatabase("gateway");
            Map<String, String> own = Map.of(
                    "quarkus.datasource.jdbc.url", database.jdbcUrl("gateway"),
                    "quarkus.shutdown.delay", "PT2S",
                    "tongban.outbox.lease", "PT20S",
                    // All platforms come from one address here.
                    "tongban.edge.connections-per-address", "4096",
                    "tongban.limits.requests-per-minute", "600000");
            try (SandboxStack stack = SandboxStack.start(
                    new StackOptions(Layout.ofThisCheckout(), false, own),
                    SandboxProvinces.starter(),
                    Progress.SILENT)) {
                GatewayProcess second = stack.startNode("second", Map.of());

                FailureRun.Result result = new FailureRun(stack, database, second, settings).run();

                System.out.println(result.table());
                assertRight(result);
            }
        }
    }

    private static void assertRight(FailureRun.Result result) {
        assertThat(result.phases()).allSatisfy(phase -> {
            assertThat(phase.count(Kind.OTHER))
                    .as("other answers, %s", phase.line())
                    .isZero();
            assertThat(phase.count(Kind.ACCEPTED))
                    .as("accepted, %s", phase.line())
                    .isPositive();
            assertThat(phase.back()).as("back after, %s", phase.line()).isLessThan(BACK);
            if (!phase.phase().name().startsWith("node killed")) {
                assertThat(phase.count(Kind.CUT)).as("cut, %s", phase.line()).isZero();
            }
        });
        assertThat(result.books().isRight()).as(result.table()).isTrue();
        assertThat(result.books().refused()).as(result.table()).isZero();
        assertThat(result.books().confirmed() + result.books().reversed()).isEqualTo(result.accepted());
    }
}
