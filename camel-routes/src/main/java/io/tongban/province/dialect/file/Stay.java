package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.dialect.CallFailed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time in which this node, and no other, carries a province's files. It is prolonged while there is work, up to a
 * bound for the whole round: a far side that sends one byte now and then gains nothing by it.
 */
final class Stay {
    /** Another node meant to carry the files by now. */
    static final String TAKEN_OVER = "taken-over";

    /** More than a prolongation and the longest wait for one answer together; a node that dies is missed for so long. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final long PROLONG_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long ROUND_NANOS = Duration.ofMinutes(30).toNanos();

    private final ProvinceSpool spool;
    private final ProvinceCode province;
    private final long begun = System.nanoTime();
    private long prolonged = begun;

    private Stay(ProvinceSpool spool, ProvinceCode province) {
        this.spool = spool;
        this.province = province;
    }

    /** Nothing if another node carries the province's files. */
    static @Nullable Stay begin(ProvinceSpool spool, ProvinceCode province) {
        return spool.tend(province, LEASE) ? new Stay(spool, province) : null;
    }

    /**
     * To be asked before each step.
     *
     * @throws CallFailed if the round has lasted long enough, or another node carries the files now
     */
    void check() {
        long now = System.nanoTime();
        if (now - begun > ROUND_NANOS || Thread.currentThread().isInterrupted()) {
            throw new CallFailed(CallFailed.TIMEOUT);
        }
        if (now - prolonged > PROLONG_NANOS) {
            if (!spool.tend(province, LEASE)) {
                throw new CallFailed(TAKEN_OVER);
            }
            prolonged = now;
        }
    }
}
