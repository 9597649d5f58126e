package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.platform.outbox.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Overdue overdue = new Overdue(Duration.ofHours(4), new OverdueMeter(meters));

    @Test
    void countsEachTryOfACommandThatIsWithoutOutcomeForTooLong() {
        overdue.check(lease(Duration.ofHours(4)));
        assertThat(meters.find("tongban.province.overdue").counter()).isNull();
        overdue.check(lease(Duration.ofHours(5)));
        overdue.check(lease(Duration.ofHours(6)));
        assertThat(meters.get("tongban.province.overdue")
                        .tag("kind", "province.test")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private static Lease lease(Duration age) {
        return new Lease(
                1, "province.test", "s1", "province:44", null, 3, Instant.EPOCH, age, Instant.EPOCH, UUID.randomUUID());
    }
}
