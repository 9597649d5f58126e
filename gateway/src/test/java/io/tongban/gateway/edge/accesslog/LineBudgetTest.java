package io.tongban.gateway.edge.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineBudgetTest {
    private final AtomicLong nanos = new AtomicLong();
    private final LineBudget budget = new LineBudget(10, 5, nanos::get);

    @Test
    void aFloodWritesWhatWasSavedAndThenSoManyASecond() {
        assertThat(written(1_000)).isEqualTo(10);
        budget.leaveOut(990);
        assertThat(budget.leftOut()).isEqualTo(990);
        assertThat(budget.leftOut()).isZero();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(written(1_000)).isEqualTo(5);

        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(written(1_000)).isEqualTo(10);
    }

    private long written(int lines) {
        return IntStream.range(0, lines).filter(line -> budget.take()).count();
    }
}
