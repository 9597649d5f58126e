package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LostLeaseTest {
    private final Bench bench = new Bench();

    @Test
    void whoHasLostTheLeaseDoesNotEvenSend() {
        bench.accept("s1");
        assertThatThrownBy(() -> bench.handler().handle(lease(null))).isInstanceOf(LeaseLostException.class);
        assertThat(bench.farSide.calls).isEmpty();
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("ACCEPTED0");
    }

    @Test
    void whoHasLostTheLeaseDuringTheCallSettlesNothing() {
        bench.accept("s1");
        assertThatThrownBy(() -> bench.handler().handle(lease(Instant.EPOCH))).isInstanceOf(LeaseLostException.class);
        assertThat(bench.farSide.calls).containsExactly("resume");
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("ACCEPTED0");
    }

    private Lease lease(@Nullable Instant sentAt) {
        long id = bench.jdbi.withHandle(handle ->
                handle.createQuery("select id from outbox").mapTo(Long.class).one());
        return new Lease(
                id,
                BookTask.KIND,
                "s1",
                "province:44",
                null,
                1,
                sentAt,
                Duration.ZERO,
                Instant.EPOCH,
                UUID.randomUUID());
    }
}
