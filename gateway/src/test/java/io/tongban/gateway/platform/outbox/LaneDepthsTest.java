package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneDepthsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500_000_000);
    private final AtomicInteger counts = new AtomicInteger();
    private final LaneDepths depths = new LaneDepths(nanos::get);
    private long rows = 7;

    @Test
    void countsALaneOnceASecondHoweverOftenItIsAskedFor() {
        assertThat(depth("a:1")).isEqualTo(7);
        rows = 100;
        nanos.addAndGet(999_999_999);
        assertThat(depth("a:1")).isEqualTo(7);
        assertThat(counts).hasValue(1);
        nanos.addAndGet(1);
        assertThat(depth("a:1")).isEqualTo(100);
        assertThat(counts).hasValue(2);
    }

    @Test
    void addsWhatThisNodeAppendsInBetween() {
        depth("a:1");
        depths.added("a:1");
        depths.added("a:2");
        assertThat(depth("a:1")).isEqualTo(8);
        assertThat(depth("a:2")).isEqualTo(7);
    }

    @Test
    void whoAsksWhileItIsCountedTakesTheOldFigure() {
        depth("a:1");
        nanos.addAndGet(2_000_000_000);
        long[] meanwhile = new long[1];
        depths.of("a:1", lane -> {
            meanwhile[0] = depth("a:1");
            return 50;
        });
        assertThat(meanwhile[0]).isEqualTo(7);
        assertThat(depth("a:1")).isEqualTo(50);
    }

    @Test
    void countsLessOftenWhatTakesLong() {
        nanos.addAndGet(1_000_000_000);
        depths.of("a:1", lane -> {
            nanos.addAndGet(80_000_000);
            return 124_000;
        });

        nanos.addAndGet(7_919_999_999L);
        assertThat(depth("a:1")).isEqualTo(124_000);
        assertThat(counts).hasValue(0);
        nanos.addAndGet(1);
        assertThat(depth("a:1")).isEqualTo(7);
    }

    private long depth(String lane) {
        return depths.of(lane, asked -> {
            counts.incrementAndGet();
            return rows;
        });
    }
}
