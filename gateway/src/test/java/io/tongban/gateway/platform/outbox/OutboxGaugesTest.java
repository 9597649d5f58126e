package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OutboxGaugesTest {
    private final Jdbi jdbi = TestDatabase.fresh();
    private final Node node = new Node(jdbi);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutboxGauges gauges = new OutboxGauges(jdbi, node.outbox, meters);

    @Test
    void showsDepthAndAgeByProvinceAndForAllWebhooksTogether() {
        node.append("province.withhold", "wh_1", "province:44");
        node.append("webhook", "whd_1", "webhook:whe_1");
        Node.pass(jdbi, "100 seconds");
        node.append("webhook", "whd_2", "webhook:whe_2");
        gauges.refresh();
        assertThat(gauge("tongban.outbox.depth", "province:44")).isEqualTo(1);
        assertThat(gauge("tongban.outbox.depth", "webhook")).isEqualTo(2);
        assertThat(gauge("tongban.outbox.overdue", "webhook")).isGreaterThanOrEqualTo(100);
        assertThat(gauge("tongban.outbox.oldest", "province:44")).isGreaterThanOrEqualTo(100);
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().getTags().toString().contains("whe_"));
    }

    @Test
    void forgetsALaneThatIsEmpty() {
        node.append("province.withhold", "wh_1", "province:44");
        gauges.refresh();
        jdbi.useHandle(handle -> handle.execute("delete from outbox"));
        gauges.refresh();
        assertThat(meters.find("tongban.outbox.depth")
                        .tag("lane", "province:44")
                        .gauge())
                .isNull();
    }

    private double gauge(String name, String lane) {
        return meters.get(name).tag("lane", lane).gauge().value();
    }
}
