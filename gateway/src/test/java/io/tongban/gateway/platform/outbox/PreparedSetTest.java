package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.tongban.gateway.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.junit.jupiter.api.Test;

/** Rows that are got ready in the transaction that leases them. */
class PreparedSetTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Jdbi jdbi = TestDatabase.fresh();
    private final LeaseStore leases = new LeaseStore();

    @Test
    void aLeaseMarksTheKindsThatAreSentWhenLeasedAndTellsWhetherTheyWereBefore() {
        Node node = new Node(jdbi);
        node.append("test.send", "s1", "test:a");
        node.append("test.do", "s2", "test:a");

        assertThat(lease()).extracting(Lease::sentAt).containsOnlyNulls();
        Map<String, Instant> marks = marks();
        assertThat(marks).containsOnlyKeys("s1");

        Node.pass(jdbi, "61 seconds");
        assertThat(lease())
                .filteredOn(lease -> lease.subjectId().equals("s1"))
                .extracting(Lease::sentAt)
                .containsExactly(marks.get("s1"));
        assertThat(marks()).isEqualTo(marks);
    }

    @Test
    void whatIsNotSentAfterAllIsUnmarkedInTheSameTransaction() {
        Node node = new Node(jdbi);
        node.append("test.send", "s1", "test:a");
        jdbi.useTransaction(handle -> leases.lease(handle, "test:a", 9, MINUTE, Set.of("test.send"))
                .forEach(lease -> node.outbox.notSent(handle, lease)));
        assertThat(marks()).isEmpty();
    }

    @Test
    void rowsThatWaitAreGotReadyTogether() {
        Node appender = new Node(jdbi);
        IntStream.range(0, 8).forEach(i -> appender.append("test.send", "s" + i, "test:a"));
        try (Node node = new Node(jdbi)) {
            Sets handler = new Sets(node);
            node.start(handler);
            Node.awaitEmpty(jdbi);
            assertThat(handler.sets).hasSizeLessThan(4);
            assertThat(handler.prepared).hasSize(8);
            assertThat(handler.alone).isEmpty();
        }
    }

    @Test
    void oneThatCannotBeGotReadyHoldsUpNoneOfItsSet() {
        Node appender = new Node(jdbi);
        appender.append("test.send", "poison", "test:a");
        IntStream.range(0, 7).forEach(i -> appender.append("test.send", "s" + i, "test:a"));
        try (Node node = new Node(jdbi)) {
            Sets handler = new Sets(node);
            node.start(handler);
            Node.awaitEmpty(jdbi);
            assertThat(handler.alone).contains("poison");
            assertThat(handler.markedAlone).isEmpty();
            assertThat(handler.prepared.size() + handler.alone.size()).isEqualTo(8);
        }
    }

    @Test
    void whatNobodyBeganToSendForWantOfAThreadCountsAsUnsent() {
        Node appender = new Node(jdbi);
        IntStream.range(0, 4).forEach(i -> appender.append("test.send", "s" + i, "test:a"));
        AtomicInteger threads = new AtomicInteger();
        // The loop's is the first, the second looks at the lane.
        ThreadFactory third = task -> new Thread(task) {
            @Override
            public void start() {
                if (threads.incrementAndGet() == 3) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                super.start();
            }
        };
        try (Node node = new Node(jdbi)) {
            Sets handler = new Sets(node);
            node.start(handler, Map.of("tongban.outbox.poll-every", "PT0.02S"), OpenTelemetry.noop(), third);
            Node.awaitEmpty(jdbi);
            assertThat(threads.get()).isGreaterThan(2);
            assertThat(handler.prepared).hasSize(4);
            assertThat(handler.resumed).isEmpty();
        }
    }

    @Test
    void aLeaseWhoseCommitLosesItsAnswerIsGivenBackUnmarkedAtOnce() {
        Node appender = new Node(jdbi);
        IntStream.range(0, 8).forEach(i -> appender.append("test.send", "s" + i, "test:a"));
        AtomicBoolean lost = new AtomicBoolean();
        jdbi.setTransactionHandler(new LosingAnAnswer(jdbi.getTransactionHandler(), lost));
        try (Node node = new Node(jdbi)) {
            Sets handler = new Sets(node);
            node.start(handler, Map.of("tongban.outbox.poll-every", "PT0.02S"));
            Node.awaitEmpty(jdbi);
            assertThat(lost).isTrue();
            assertThat(handler.prepared).hasSize(8);
            assertThat(handler.resumed).isEmpty();
        }
    }

    /** Commits, and loses the answer of the first commit that marks a row. */
    private final class LosingAnAnswer extends DelegatingTransactionHandler {
        private final AtomicBoolean lost;

        LosingAnAnswer(TransactionHandler delegate, AtomicBoolean lost) {
            super(delegate);
            this.lost = lost;
        }

        @Override
        public TransactionHandler specialize(Handle handle) throws SQLException {
            return new LosingAnAnswer(getDelegate().specialize(handle), lost);
        }

        @Override
        public void commit(Handle handle) {
            super.commit(handle);
            if (!marks().isEmpty() && lost.compareAndSet(false, true)) {
                throw new TransactionException("the answer was lost");
            }
        }
    }

    private List<Lease> lease() {
        return jdbi.inTransaction(handle -> leases.lease(handle, "test:a", 9, MINUTE, Set.of("test.send")));
    }

    private Map<String, Instant> marks() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select subject_id, sent_at from outbox where sent_at is not null")
                        .setMapKeyColumn("subject_id")
                        .setMapValueColumn("sent_at")
                        .collectInto(new GenericType<Map<String, Instant>>() {}));
    }

    /** Gets all ready but poison, whose set fails with it. */
    private final class Sets implements OutboxHandler {
        final Queue<List<Lease>> sets = new ConcurrentLinkedQueue<>();
        final Queue<String> prepared = new ConcurrentLinkedQueue<>();
        final Queue<String> alone = new ConcurrentLinkedQueue<>();
        final Queue<String> resumed = new ConcurrentLinkedQueue<>();
        final Queue<String> markedAlone = new ConcurrentLinkedQueue<>();
        private final Node node;

        Sets(Node node) {
            this.node = node;
        }

        @Override
        public String group() {
            return "test";
        }

        @Override
        public LaneBounds bounds() {
            return new LaneBounds(8, 8);
        }

        @Override
        public Set<String> sentWhenLeased() {
            return Set.of("test.send");
        }

        @Override
        public Function<Lease, Next> prepare(Handle handle, List<Lease> leased) {
            sets.add(leased);
            if (leased.stream().anyMatch(lease -> lease.subjectId().equals("poison"))) {
                throw new IllegalStateException("as scripted");
            }
            return lease -> done(lease, prepared);
        }

        @Override
        public Next handle(Lease lease) {
            if (marks().containsKey(lease.subjectId())) {
                markedAlone.add(lease.subjectId());
            }
            return done(lease, alone);
        }

        private Next done(Lease lease, Queue<String> way) {
            way.add(lease.subjectId());
            if (lease.sentAt() != null) {
                resumed.add(lease.subjectId());
            }
            jdbi.useTransaction(handle -> node.outbox.completeAll(handle, List.of(lease)));
            return new Next.Done();
        }

        @Override
        public Next.Again pauseAfter(Lease lease) {
            return new Next.Again(Duration.ofMillis(10));
        }
    }
}
