package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.chaos.ChaosResult;
import io.tongban.sandbox.chaos.ChaosRun;
import io.tongban.sandbox.chaos.ChaosSettings;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every fault of every province at once, and the gateway killed in between. {@code -Dchaos.*} makes it larger. */
@ExtendWith(RunningSandbox.class)
class ChaosTest {
    private final TestSandbox sandbox;

    ChaosTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void nothingIsDoubledLostOrLeftOpenWhateverFailsAndHoweverOftenTheGatewayDies() throws Exception {
        ChaosSettings settings = ChaosSettings.fromSystem();

        ChaosResult result = new ChaosRun(sandbox.stack(), settings, System.out).run();

        System.out.println(result.table());
        assertThat(result.isRight()).as(result.table()).isTrue();
        assertThat(result.accepted()).isEqualTo(settings.withholdings() + (int) result.reversed());
        assertThat(result.refused()).as("none gave a reason to refuse").isZero();
        assertThat(result.kills()).isEqualTo(settings.kills());
        assertThat(result.struck().keySet())
                .as("faults that struck")
                .containsExactlyInAnyOrderElementsOf(knownFaults());
    }

    private Set<Fault> knownFaults() {
        return sandbox.stack().provinces().stream()
                .map(Simulator::knownFaults)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
