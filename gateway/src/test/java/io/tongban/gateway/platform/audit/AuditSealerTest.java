package io.tongban.gateway.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.agency.AuditVerification;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class AuditSealerTest {
    private static final int WRITERS = 6;
    private static final int EACH = 50;

    private final Jdbi jdbi = TestDatabase.fresh();
    private final AuditSealer sealer = new AuditSealer(jdbi);
    private final Audit audit = new Audit(jdbi, Clock.tickMillis(ClockConfig.ZONE), sealer);

    @Test
    void everyRowGetsOnePlaceWhileManyAppendAndTwoNodesSeal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        List<Future<?>> writers = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> IntStream.range(0, EACH)
                        .forEach(i -> jdbi.useTransaction(handle -> append(handle, writer + "/" + i)))))
                .toList();
        Callable<Long> node = () -> {
            long sealed = 0;
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                sealed += sealer.seal();
            }
            return sealed;
        };
        long sealed = 0;
        for (Future<Long> each : threads.invokeAll(List.of(node, node))) {
            sealed += each.get();
        }
        threads.shutdown();
        sealed += sealer.seal();

        assertThat(sealed).isEqualTo(WRITERS * EACH);
        AuditVerification whole = audit.verify();
        assertThat(whole.intact()).isTrue();
        assertThat(whole.records()).isEqualTo(WRITERS * EACH);
        assertThat(whole.unsealed()).isZero();
    }

    @Test
    void aRowThatCommitsAfterLaterOnesWereSealedIsSealedNext() {
        try (Handle slow = jdbi.open()) {
            slow.begin();
            append(slow, "early number, late commit");
            jdbi.useTransaction(handle -> append(handle, "late number, early commit"));
            assertThat(sealer.seal()).isEqualTo(1);
            slow.commit();
        }
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(audit.verify().intact()).isTrue();
    }

    @Test
    void leavesTheWorkToTheNodeThatHoldsTheLock() {
        jdbi.useTransaction(handle -> append(handle, "one"));
        try (Handle other = jdbi.open()) {
            other.begin();
            assertThat(new AuditStore().lockSealer(other)).isTrue();
            assertThat(sealer.seal()).isZero();
            other.rollback();
        }
        assertThat(sealer.seal()).isEqualTo(1);
    }

    @Test
    void sealsAndWalksMoreThanOneBatch() {
        jdbi.useTransaction(handle -> IntStream.range(0, 1201).forEach(i -> append(handle, "s" + i)));
        assertThat(sealer.seal()).isEqualTo(1201);
        assertThat(audit.verify().records()).isEqualTo(1201);
    }

    private void append(Handle handle, String subject) {
        audit.append(handle, new AuditEntry(Actor.gateway(), AuditEntry.NOBODYS, "test.done", subject, Map.of()));
    }
}
