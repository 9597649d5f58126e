package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final Jdbi jdbi = TestDatabase.fresh();
    private final Queue<List<String>> sets = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstRuns = new CountDownLatch(1);
    private final CountDownLatch othersWait = new CountDownLatch(1);
    private final Together<String, String> together = new Together<>(jdbi, this::write);

    TogetherTest() {
        jdbi.useHandle(handle -> handle.execute("create table written (item text primary key)"));
    }

    private List<String> write(Handle handle, List<String> items) {
        sets.add(items);
        if (items.contains("first")) {
            firstRuns.countDown();
            Latches.await(othersWait);
        }
        items.forEach(item -> handle.execute("insert into written values (?)", item));
        if (items.contains("poison")) {
            throw new IllegalStateException("as scripted");
        }
        return items.stream().map(item -> item + " written").toList();
    }

    @Test
    void aLoneOneWaitsForNobody() {
        assertThat(together.write("alone")).isEqualTo("alone written");
        assertThat(sets).containsExactly(List.of("alone"));
    }

    @Test
    void whoComesWhileATransactionRunsGoesWithTheNextOne() {
        List<CompletableFuture<String>> all = whileTheFirstRuns("a", "b", "c", "d");

        assertThat(all).allSatisfy(each -> assertThat(each.join()).endsWith(" written"));
        assertThat(sets).hasSize(2);
        assertThat(written()).containsExactlyInAnyOrder("first", "a", "b", "c", "d");
    }

    @Test
    void whatFailsInASetFailsForItselfAlone() {
        List<CompletableFuture<String>> all = whileTheFirstRuns("a", "poison", "b");

        assertThat(all.get(1).join()).isEqualTo("a written");
        assertThat(all.get(3).join()).isEqualTo("b written");
        assertThatThrownBy(all.get(2)::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(written()).containsExactlyInAnyOrder("first", "a", "b");
    }

    /** The first one, and then the others, who have all come before the first one's transaction ends. */
    private List<CompletableFuture<String>> whileTheFirstRuns(String... others) {
        List<CompletableFuture<String>> all = new ArrayList<>();
        all.add(start("first"));
        Latches.await(firstRuns);
        List.of(others).forEach(item -> all.add(start(item)));
        Eventually.holds("all others wait", () -> together.waiting() == others.length);
        othersWait.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .handle((none, failed) -> null)
                .join();
        return all;
    }

    private CompletableFuture<String> start(String item) {
        return CompletableFuture.supplyAsync(() -> together.write(item), task -> new Thread(task).start());
    }

    private List<String> written() {
        return jdbi.withHandle(handle ->
                handle.select("select item from written").mapTo(String.class).list());
    }
}
