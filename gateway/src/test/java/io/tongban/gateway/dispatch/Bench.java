package io.tongban.gateway.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.outbox.DeliveryDatabase;
import io.tongban.gateway.outbox.Node;
import io.tongban.gateway.outbox.OutboxEntry;
import io.tongban.gateway.outbox.Settings;
import io.tongban.gateway.telemetry.OverdueMeter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Everything between an accepted subject and its province. */
final class Bench implements AutoCloseable {
    final Jdbi jdbi = DeliveryDatabase.create();
    final Death death = new Death();
    final FarSide farSide = new FarSide(death);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Settlements settlements = new Settlements();
    private final BookTask task = new BookTask(jdbi, death);
    private final Node node = new Node(jdbi);

    void accept(String subjectId) {
        jdbi.useTransaction(handle -> {
            BookTask.insert(handle, subjectId);
            node.outbox.append(handle, new OutboxEntry(BookTask.KIND, subjectId, "province:44"));
        });
    }

    Bench start() {
        node.start(handler());
        return this;
    }

    ProvinceHandler handler() {
        DispatchConfig config =
                config(Map.of("tongban.dispatch.first-pause", "PT0.01S", "tongban.dispatch.longest-pause", "PT0.02S"));
        return new ProvinceHandler(
                jdbi, node.outbox, farSide, List.of(task), settlements, new OverdueMeter(meters), config);
    }

    Outcomes outcomes(Map<String, String> settings) {
        return new Outcomes(jdbi, node.outbox, config(settings), settlements);
    }

    private static DispatchConfig config(Map<String, String> settings) {
        return Settings.of(DispatchConfig.class, new HashMap<>(settings));
    }

    @Override
    public void close() {
        node.close();
    }
}
