package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.tongban.gateway.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final LaneBounds BOUNDS = new LaneBounds(4, 8);
    private static final Map<String, String> NEVER_POLLS = Map.of("tongban.outbox.poll-every", "PT1H");

    private final Jdbi jdbi = TestDatabase.fresh();
    private final Node appender = new Node(jdbi);

    @Test
    void twoNodesHandleEveryRowExactlyOnce() {
        Queue<String> handled = new ConcurrentLinkedQueue<>();
        try (Node one = new Node(jdbi);
                Node two = new Node(jdbi)) {
            one.start(new ScriptedHandler(jdbi, one.outbox, BOUNDS, lease -> handled.add(lease.subjectId())));
            two.start(new ScriptedHandler(jdbi, two.outbox, BOUNDS, lease -> handled.add(lease.subjectId())));
            IntStream.range(0, 300).forEach(i -> one.append("test.do", "s" + i, "test:" + i % 5));
            Node.awaitEmpty(jdbi);
        }
        assertThat(handled).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void aLaneThatHangsDoesNotHoldUpTheOthers() {
        CountDownLatch hang = new CountDownLatch(1);
        try (Node node = new Node(jdbi)) {
            ScriptedHandler handler = new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> {
                if (lease.lane().equals("test:hangs")) {
                    Latches.await(hang);
                }
            });
            IntStream.range(0, 20).forEach(i -> node.append("test.do", "h" + i, "test:hangs"));
            node.start(handler);
            IntStream.range(0, 20).forEach(i -> node.append("test.do", "s" + i, "test:runs"));
            Eventually.holds("the other lane is done", () -> handler.handled.size() == 20);
            assertThat(handler.handled).allMatch(subject -> subject.startsWith("s"));
            hang.countDown();
            Node.awaitEmpty(jdbi);
        }
    }

    @Test
    void leasesNoMoreThanTheLaneAndTheGroupAllow() {
        CountDownLatch hang = new CountDownLatch(1);
        IntStream.range(0, 40).forEach(i -> appender.append("test.do", "s" + i, "test:" + i % 4));
        try (Node node = new Node(jdbi)) {
            node.start(new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> Latches.await(hang)));
            Eventually.holds(
                    "the group is full",
                    () -> leasedByLane().values().stream().mapToInt(n -> n).sum() >= 8);
            Map<String, Integer> leased = leasedByLane();
            assertThat(leased.values()).allMatch(inLane -> inLane <= 4);
            assertThat(leased.values().stream().mapToInt(n -> n).sum()).isEqualTo(8);
            hang.countDown();
            Node.awaitEmpty(jdbi);
        }
    }

    @Test
    void leavesALaneAloneThatIsClosedAndFindsItsRowsWhenItOpens() {
        try (Node node = new Node(jdbi)) {
            ScriptedHandler handler = new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> {});
            handler.places = 0;
            node.start(handler);
            IntStream.range(0, 5).forEach(i -> node.append("test.do", "s" + i, "test:a"));
            node.append("other.do", "s", "other:a");
            Eventually.holds("the lane was looked at", () -> handler.asked.get() > 5);
            assertThat(attempts()).containsOnly(0);
            handler.places = 1;
            Eventually.holds("the rows are done", () -> handler.handled.size() == 5);
        }
    }

    @Test
    void aRowThatFailsIsTriedAgainAndStopsNothing() {
        Set<String> failed = ConcurrentHashMap.newKeySet();
        try (Node node = new Node(jdbi)) {
            ScriptedHandler handler = new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> {
                if (lease.subjectId().equals("poison") && lease.attempt() < 4) {
                    failed.add("try " + lease.attempt());
                    throw new IllegalStateException("as scripted");
                }
            });
            node.append("test.do", "poison", "test:a");
            IntStream.range(0, 10).forEach(i -> node.append("test.do", "s" + i, "test:a"));
            node.start(handler);
            Node.awaitEmpty(jdbi);
        }
        assertThat(failed).containsExactlyInAnyOrder("try 1", "try 2", "try 3");
    }

    @Test
    void losesNoPlaceAndNoRowWhenAThreadCannotBeHad() {
        IntStream.range(0, 4).forEach(i -> appender.append("test.do", "s" + i, "test:a"));
        CountDownLatch allFourAtOnce = new CountDownLatch(4);
        AtomicInteger threads = new AtomicInteger();
        try (Node node = new Node(jdbi)) {
            ScriptedHandler handler = new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> {
                allFourAtOnce.countDown();
                Latches.await(allFourAtOnce);
            });
            // The loop's is the first, the second takes a row.
            ThreadFactory third = task -> new Thread(task) {
                @Override
                public void start() {
                    if (threads.incrementAndGet() == 3) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    super.start();
                }
            };
            node.start(handler, Map.of("tongban.outbox.poll-every", "PT0.02S"), OpenTelemetry.noop(), third);
            Node.awaitEmpty(jdbi);
            assertThat(handler.handled).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLocalCommitWakesTheRelayWithoutAPoll() {
        try (Node node = new Node(jdbi)) {
            node.start(new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> {}), NEVER_POLLS);
            node.append("test.do", "first", "test:a");
            Node.awaitEmpty(jdbi);
            IntStream.range(0, 50).forEach(i -> node.append("test.do", "s" + i, "test:a"));
            Node.awaitEmpty(jdbi);
        }
    }

    @Test
    void takesOverWhatADeadNodeHeld() {
        Node dead = new Node(jdbi);
        dead.append("test.do", "s1", "test:a");
        jdbi.useTransaction(handle -> new LeaseStore().lease(handle, "test:a", 1, Duration.ofMinutes(1)));
        try (Node node = new Node(jdbi)) {
            ScriptedHandler handler = new ScriptedHandler(jdbi, node.outbox, BOUNDS, lease -> {});
            node.start(handler);
            Node.pass(jdbi, "61 seconds");
            Node.awaitEmpty(jdbi);
            assertThat(handler.handled).containsExactly("s1");
        }
    }

    private List<Integer> attempts() {
        return jdbi.withHandle(handle -> handle.createQuery("select attempts from outbox")
                .mapTo(Integer.class)
                .list());
    }

    private Map<String, Integer> leasedByLane() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select lane, count(*) as rows from outbox where leased_until is not null group by lane")
                .setMapKeyColumn("lane")
                .setMapValueColumn("rows")
                .collectInto(new GenericType<Map<String, Integer>>() {}));
    }
}
