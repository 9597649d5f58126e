package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.demo.DemoRun;
import io.tongban.sandbox.demo.Result;
import io.tongban.sandbox.launcher.GatewayProcess;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo with the gateway killed in its middle: the process is gone at once, and the result is the same. */
@ExtendWith(RunningSandbox.class)
class KilledGatewayTest {
    private static final int WORKERS = 200;

    private final TestSandbox sandbox;

    KilledGatewayTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void killMinusNineInTheMiddleAndARestartChangeNothingInTheResult() throws Exception {
        slowProvincesThatSometimesKeepSilent();
        AtomicReference<CompletableFuture<Void>> restart = new AtomicReference<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

        Result result = new DemoRun(sandbox.stack(), nowhere, done -> {
                    if (done == WORKERS / 2 && restart.get() == null) {
                        restart.set(CompletableFuture.runAsync(this::killAndRestart));
                    }
                })
                .run(20261231, WORKERS);

        assertThat(restart.get()).as("the gateway was killed").isNotNull();
        restart.get().join();
        assertThat(result.differenceFen()).as(result.table()).isZero();
        assertThat(result.unresolved()).as(result.table()).isZero();
        assertThat(result.confirmed()).isGreaterThan(WORKERS / 2);
        assertThat(result.isRight()).as(result.table()).isTrue();
    }

    private void killAndRestart() {
        GatewayProcess gateway = sandbox.stack().gatewayProcess();
        try {
            gateway.kill();
            gateway.restart();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway did not come back", e);
        }
    }

    /** So that calls are under way when the process dies. */
    private void slowProvincesThatSometimesKeepSilent() {
        for (Simulator province : sandbox.stack().provinces()) {
            province.faults().latency(Duration.ofMillis(50), Duration.ofMillis(100));
            province.faults().withProbability(Fault.CONNECTION_CUT_AFTER_COMMIT, 0.05);
            province.faults().withProbability(Fault.ERROR_INSIDE_SUCCESS, 0.05);
        }
    }

    @AfterEach
    void quickProvincesAgain() {
        for (Simulator province : sandbox.stack().provinces()) {
            province.faults().clear();
            province.faults().latency(Duration.ZERO, Duration.ZERO);
        }
    }
}
