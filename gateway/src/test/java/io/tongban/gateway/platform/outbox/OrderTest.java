package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What bears one order key goes out one after the other, as it was appended. */
class OrderTest {
    private static final int KEYS = 20;
    private static final int ROWS_A_KEY = 6;

    private final Jdbi jdbi = TestDatabase.fresh();
    private final Node appender = new Node(jdbi);
    private final LeaseStore leases = new LeaseStore();

    @Test
    void twoNodesKeepTheOrderOfEachKeyWhateverFailsInBetween() {
        Set<String> atWork = ConcurrentHashMap.newKeySet();
        Set<String> wrong = ConcurrentHashMap.newKeySet();
        Map<String, List<String>> done = new ConcurrentHashMap<>();
        LaneBounds bounds = new LaneBounds(8, 16);
        try (Node one = new Node(jdbi);
                Node two = new Node(jdbi)) {
            for (Node node : List.of(one, two)) {
                node.start(new ScriptedHandler(jdbi, node.outbox, bounds, lease -> {
                    String key = lease.subjectId().split("-")[0];
                    if (!atWork.add(key)) {
                        wrong.add("two of " + key + " at once");
                    }
                    try {
                        if (lease.attempt() == 1 && lease.subjectId().hashCode() % 3 == 0) {
                            throw new IllegalStateException("as scripted");
                        }
                        done.computeIfAbsent(key, none -> new ArrayList<>()).add(lease.subjectId());
                    } finally {
                        atWork.remove(key);
                    }
                }));
            }
            IntStream.range(0, KEYS * ROWS_A_KEY)
                    .forEach(i -> append(i % 2 == 0 ? one : two, "k" + i % KEYS, "-" + i / KEYS));
            Node.awaitEmpty(jdbi);
        }
        assertThat(wrong).isEmpty();
        assertThat(done).hasSize(KEYS);
        done.forEach((key, subjects) -> assertThat(subjects)
                .containsExactlyElementsOf(IntStream.range(0, ROWS_A_KEY)
                        .mapToObj(i -> key + "-" + i)
                        .toList()));
    }

    @Test
    void anOlderRowThatWaitsHoldsUpTheYoungerOnesOfItsKeyAlone() {
        append(appender, "k1", "-0");
        append(appender, "k1", "-1");
        append(appender, "k2", "-0");
        appender.append("test.do", "free", "test:a");
        Lease first = lease(1).get(0);
        release(first, false);
        assertThat(lease(9)).extracting(Lease::subjectId).containsExactlyInAnyOrder("k2-0", "free");
        Node.pass(jdbi, "31 seconds");
        assertThat(lease(9)).extracting(Lease::subjectId).containsExactly("k1-0");
    }

    @Test
    void aRowThatTheFarSideHasReceivedHoldsNobodyUp() {
        append(appender, "k1", "-0");
        append(appender, "k1", "-1");
        release(lease(1).get(0), true);
        assertThat(lease(9)).extracting(Lease::subjectId).containsExactly("k1-1");
    }

    @Test
    void aNumberIsGivenOnlyWhenTheOneBeforeItIsCommitted() {
        CompletableFuture<Void> second;
        try (Handle first = jdbi.open()) {
            first.begin();
            appender.outbox.append(first, entry("k1", "-0"));
            second = CompletableFuture.runAsync(() -> append(appender, "k1", "-1"), task -> new Thread(task).start());
            Eventually.holds("the second waits", () -> waiting() == 1);
            append(appender, "k2", "-0");
            first.commit();
        }
        second.join();
        assertThat(subjectsByNumber()).containsExactly("k1-0", "k2-0", "k1-1");
    }

    /** More than the server's lock table has room for. */
    @Test
    void oneTransactionAppendsAnyNumberOfKeys() {
        List<OutboxEntry> many =
                IntStream.range(0, 20_000).mapToObj(i -> entry("k" + i, "-0")).toList();

        jdbi.useTransaction(handle -> appender.outbox.appendAll(handle, many));

        assertThat(subjectsByNumber()).hasSize(many.size());
    }

    private long waiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and database = (select oid from pg_database where datname = current_database())")
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> subjectsByNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("select subject_id from outbox order by id")
                .mapTo(String.class)
                .list());
    }

    private void append(Node node, String key, String suffix) {
        jdbi.useTransaction(handle -> node.outbox.append(handle, entry(key, suffix)));
    }

    private static OutboxEntry entry(String key, String suffix) {
        return new OutboxEntry("test.do", key + suffix, "test:a", key);
    }

    private List<Lease> lease(int atMost) {
        return jdbi.inTransaction(handle -> leases.lease(handle, "test:a", atMost, Duration.ofMinutes(1)));
    }

    private void release(Lease lease, boolean received) {
        Next.Again again = new Next.Again(Duration.ofSeconds(30));
        jdbi.useTransaction(handle -> appender.outbox.putOff(handle, lease, again, received));
    }
}
