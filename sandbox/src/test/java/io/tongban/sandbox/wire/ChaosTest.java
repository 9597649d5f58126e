package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.chaos.ChaosResult;
import io.tongban.sandbox.chaos.ChaosRun;
import io.tongban.sandbox.chaos.ChaosSettings;
import io.tongban.sandbox.farside.OtherMakes;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every fault of every province at once, and the gateway killed in between. {@code -Dchaos.*} makes it larger. */
@Tag("alone")
@ExtendWith(RunningSandbox.class)
class ChaosTest {
    private final TestSandbox sandbox;

    ChaosTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void nothingIsDoubledLostOrLeftOpenWhateverFailsAndHoweverOftenTheGatewayDies() throws Exception {
        ChaosSettings settings = ChaosSettings.fromSystem();

        ChaosResult result;
        try (OtherMakes others =
                settings.otherMakes() ? OtherMakes.start(sandbox.stack(), sandbox.profiles()) : OtherMakes.none()) {
            assertThat(others.leftOut()).as(".ci/run installs what they need").isEmpty();
            result = new ChaosRun(sandbox.stack(), others.running(), settings, System.out).run();
        }
        awaitGone();

        System.out.println(result.table());
        assertThat(result.isRight()).as(result.table()).isTrue();
        assertThat(result.otherMakes()).isEqualTo(settings.otherMakes() ? 12 : 0);
        assertThat(result.cut() > 0).as("connections of other makes were cut").isEqualTo(settings.otherMakes());
        assertThat(result.accepted()).isEqualTo(settings.withholdings() + (int) result.reversed());
        assertThat(result.refused()).as("none gave a reason to refuse").isZero();
        assertThat(result.earned()).as("months of two platforms").isPositive();
        assertThat(result.earnedPaid()).as("paid in, the others given back").isBetween(1L, (long) result.earned());
        assertThat(result.days().planted())
                .as("differences of a day")
                .isGreaterThanOrEqualTo(settings.otherMakes() ? 200 : 50);
        assertThat(result.kills()).isEqualTo(settings.kills());
        // Other tests plant more in the same provinces, as in their books of a day.
        assertThat(result.struck().keySet()).as("faults that struck").containsAll(knownFaults());
    }

    /** Other tests count the provinces. */
    private void awaitGone() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.wire()
                                .send(sandbox.delivery().get("/v1/provinces"))
                                .json()
                                .findValuesAsText("code")
                                .size()
                        == sandbox.stack().provinces().size());
    }

    private Set<Fault> knownFaults() {
        return sandbox.stack().provinces().stream()
                .map(Simulator::knownFaults)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
