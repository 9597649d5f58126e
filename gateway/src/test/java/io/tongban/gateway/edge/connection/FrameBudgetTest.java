package io.tongban.gateway.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.edge.connection.FrameHeads.Frame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private static final Frame PING = new Frame(8, 6, 0);
    private static final Frame WINDOW_UPDATE = new Frame(4, 8, 0);
    private static final Frame RESET = new Frame(4, 3, 0);
    private static final Frame HEADERS = new Frame(200, 1, 5);
    private static final Frame BODY = new Frame(16_384, 0, 0);
    private static final Frame LAST = new Frame(0, 0, 1);
    private static final Frame CRUMB = new Frame(1, 0, 0);

    private final AtomicLong nanos = new AtomicLong();
    private final FrameBudget budget = new FrameBudget(nanos::get);

    @Test
    void endsAfterAThousandThatBringNothing() {
        assertThat(taken(PING, 5_000)).isEqualTo(1_000);
        assertThat(taken(CRUMB, 10)).isZero();
    }

    @Test
    void growsWithTimeAndNotBeyondWhatItBeganWith() {
        taken(PING, 1_000);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(taken(PING, 5_000)).isEqualTo(100);
        nanos.addAndGet(Duration.ofHours(9).toNanos());
        assertThat(taken(PING, 5_000)).isEqualTo(1_000);
    }

    @Test
    void endsAfterAHundredRequestsTakenBackAtOnce() {
        int pairs = 0;
        while (budget.take(HEADERS) && budget.take(RESET)) {
            pairs++;
        }
        assertThat(pairs).isBetween(90, 110);
    }

    @Test
    void bearsABusyConnectionForever() {
        for (int request = 0; request < 100_000; request++) {
            assertThat(budget.take(HEADERS)).isTrue();
            assertThat(taken(BODY, 64)).isEqualTo(64);
            assertThat(budget.take(LAST)).isTrue();
            assertThat(taken(WINDOW_UPDATE, 8)).isEqualTo(8);
        }
    }

    private long taken(Frame frame, int times) {
        return IntStream.range(0, times).filter(i -> budget.take(frame)).count();
    }
}
