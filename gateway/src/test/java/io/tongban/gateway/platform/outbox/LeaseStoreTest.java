package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class LeaseStoreTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Jdbi jdbi = TestDatabase.fresh();
    private final Node node = new Node(jdbi);
    private final LeaseStore leases = new LeaseStore();

    @Test
    void givesEachRowToOneOfSixteenThreads() throws Exception {
        IntStream.range(0, 400).forEach(i -> node.append("test.do", "s" + i, "test:a"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        Callable<List<Lease>> greedy = () -> Stream.generate(() -> lease("test:a", 7))
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(List::stream)
                .toList();
        List<Lease> all = Stream.of(threads.invokeAll(
                                IntStream.range(0, 16).mapToObj(i -> greedy).toList())
                        .toArray(Future[]::new))
                .flatMap(LeaseStoreTest::result)
                .toList();
        threads.shutdown();
        assertThat(all).extracting(Lease::subjectId).doesNotHaveDuplicates();
        // A batch may come back short while others hold their rows locked; what is left is still there.
        assertThat(all.size() + lease("test:a", 400).size()).isEqualTo(400);
    }

    @Test
    void takesAnExpiredLeaseOverAndLeavesTheLoserWithoutEffect() {
        node.append("test.do", "s1", "test:a");
        Lease lost = lease("test:a", 1).get(0);
        assertThat(lease("test:a", 1)).isEmpty();

        Node.pass(jdbi, "61 seconds");
        Lease taken = lease("test:a", 1).get(0);

        assertThat(taken.attempt()).isEqualTo(2);
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> node.outbox.complete(handle, lost)))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> node.outbox.markSent(handle, lost)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(release(lost, new Next.Again(Duration.ZERO))).isFalse();
        assertThat(renew(lost)).isZero();
        jdbi.useTransaction(handle -> node.outbox.complete(handle, taken));
        assertThat(Node.rows(jdbi)).isZero();
    }

    @Test
    void aRenewedLeaseIsNotTakenOver() {
        node.append("test.do", "s1", "test:a");
        Lease held = lease("test:a", 1).get(0);
        // Longer than a lease only together, and each far enough from its end for a slow machine.
        Node.pass(jdbi, "35 seconds");
        assertThat(renew(held)).isEqualTo(1);
        Node.pass(jdbi, "35 seconds");
        assertThat(lease("test:a", 1)).isEmpty();
    }

    @Test
    void aReleasedRowWaitsForItsPause() {
        node.append("test.do", "s1", "test:a");
        release(lease("test:a", 1).get(0), new Next.Again(Duration.ofSeconds(30)));
        assertThat(lease("test:a", 1)).isEmpty();
        Node.pass(jdbi, "31 seconds");
        assertThat(lease("test:a", 1)).extracting(Lease::attempt).containsExactly(2);
    }

    @Test
    void aReleasedRowWaitsForTheInstantItWasGivenButNotForEver() {
        node.append("test.do", "s1", "test:a");
        release(lease("test:a", 1).get(0), new Next.Again(Duration.ZERO, Instant.parse("9999-12-31T00:00:00Z")));
        Node.pass(jdbi, "23 hours");
        assertThat(lease("test:a", 1)).isEmpty();
        Node.pass(jdbi, "2 hours");
        assertThat(lease("test:a", 1)).hasSize(1);
    }

    @Test
    void remembersWhenARowWasFirstSent() {
        node.append("test.do", "s1", "test:a");
        Lease first = lease("test:a", 1).get(0);
        assertThat(first.sentAt()).isNull();
        jdbi.useTransaction(handle -> node.outbox.markSent(handle, first));
        release(first, new Next.Again(Duration.ofSeconds(1)));
        Node.pass(jdbi, "2 seconds");
        Instant marked = jdbi.withHandle(handle -> handle.createQuery("select sent_at from outbox")
                .mapTo(Instant.class)
                .one());
        assertThat(lease("test:a", 1)).extracting(Lease::sentAt).containsExactly(marked);
    }

    @Test
    void namesTheLanesThatHaveARowToLease() {
        node.append("test.do", "s1", "test:a");
        node.append("test.do", "s2", "test:b");
        node.append("test.do", "s3", "test:c");
        lease("test:b", 1);
        assertThat(jdbi.inTransaction(leases::dueLanes)).containsExactlyInAnyOrder("test:a", "test:c");
    }

    private List<Lease> lease(String lane, int atMost) {
        return jdbi.inTransaction(handle -> leases.lease(handle, lane, atMost, MINUTE));
    }

    private int renew(Lease lease) {
        return jdbi.inTransaction(handle -> leases.renew(handle, List.of(lease), MINUTE));
    }

    private boolean release(Lease lease, Next.Again again) {
        return jdbi.inTransaction(handle -> leases.release(handle, lease, again, false));
    }

    @SuppressWarnings("unchecked") // the array of futures lost its type
    private static Stream<Lease> result(Future<?> future) {
        try {
            return ((List<Lease>) future.get()).stream();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
