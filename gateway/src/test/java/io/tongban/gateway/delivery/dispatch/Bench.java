package io.tongban.gateway.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewService;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.testing.Beans;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.TestDatabase;
import io.tongban.province.ProvinceLink;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Everything between an accepted subject and its province. */
final class Bench implements AutoCloseable {
    final Jdbi jdbi = TestDatabase.fresh();
    final Death death = new Death();
    final FarSide farSide = new FarSide(death);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Node node = new Node(jdbi);
    private final Beans beans = new Beans()
            .with(Jdbi.class, jdbi)
            .with(Clock.class, Clock.tickMillis(ClockConfig.ZONE))
            .with(ProvinceLink.class, farSide)
            .with(MeterRegistry.class, meters)
            .with(Outbox.class, node.outbox)
            .with(BookTask.class, new BookTask(jdbi, death))
            .withAll(ProvinceOperation.class, BookTask.class)
            .with(BookOnReview.class, new BookOnReview(death))
            .withAll(ReviewSubject.class, BookOnReview.class)
            .with(
                    DispatchConfig.class,
                    config(Map.of(
                            "tongban.dispatch.first-pause", "PT0.01S", "tongban.dispatch.longest-pause", "PT0.02S")));
    final OutcomeSignals signals = beans.get(OutcomeSignals.class);
    final Acknowledgements inbox = beans.get(Acknowledgements.class);

    void accept(String subjectId) {
        accept(subjectId, null);
    }

    void accept(String subjectId, @Nullable String orderKey) {
        jdbi.useTransaction(handle -> {
            BookTask.insert(handle, subjectId);
            node.outbox.append(handle, new OutboxEntry(BookTask.KIND, subjectId, "province:44", orderKey));
        });
    }

    Bench start() {
        node.start(handler());
        return this;
    }

    ProvinceHandler handler() {
        return beans.get(ProvinceHandler.class);
    }

    OutcomeWaiter outcomes(Map<String, String> settings) {
        return new OutcomeWaiter(jdbi, node.outbox, config(settings), signals, beans.get(ProvinceAvailability.class));
    }

    List<Step> steps(String subjectId) {
        return jdbi.withHandle(handle -> beans.get(Steps.class).of(handle, subjectId));
    }

    /** State and reason of the subject's tasks, oldest first. */
    List<String> tasks(String subjectId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select state || ' ' || reason from review_task where subject_id = :id order by id")
                .bind("id", subjectId)
                .mapTo(String.class)
                .list());
    }

    /** Settles the subject's open task. */
    void settleTask(String subjectId, Resolution settlement) {
        String taskId = jdbi.withHandle(
                handle -> handle.createQuery("select id from review_task where subject_id = :id and state = 'OPEN'")
                        .bind("id", subjectId)
                        .mapTo(String.class)
                        .one());
        jdbi.useTransaction(handle -> beans.get(ReviewService.class).settle(handle, taskId, settlement, House.AGENCY));
    }

    static DispatchConfig config(Map<String, String> settings) {
        return Settings.of(DispatchConfig.class, new HashMap<>(settings));
    }

    @Override
    public void close() {
        node.close();
    }
}
