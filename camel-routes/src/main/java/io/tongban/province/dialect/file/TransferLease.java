package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time in which this node, and no other, carries a province's files. It is prolonged while there is work, up to a
 * bound for the whole round: a far side that sends one byte now and then gains nothing by it.
 */
final class TransferLease {
    /** Beside the longest waits for an answer that may lie between two prolongations; a node that dies is missed so long. */
    private static final Duration LEAST_LEASE = Duration.ofSeconds(30);

    private static final long PROLONG_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long ROUND_NANOS = Duration.ofMinutes(30).toNanos();

    private final ProvinceSpool spool;
    private final ProvinceCode province;
    private final Duration lease;
    private final long begun = System.nanoTime();
    private long prolonged = begun;

    private TransferLease(ProvinceSpool spool, ProvinceCode province, Duration lease) {
        this.spool = spool;
        this.province = province;
        this.lease = lease;
    }

    /** Nothing if another node carries the province's files. */
    static @Nullable TransferLease begin(ProvinceSpool spool, ProvinceProfile profile) {
        Duration lease = LEAST_LEASE.plus(profile.timeouts().reply().multipliedBy(2));
        return spool.tend(profile.code(), lease) ? new TransferLease(spool, profile.code(), lease) : null;
    }

    /**
     * To be asked before each step.
     *
     * @throws CallFailed if the round has lasted long enough, or another node carries the files now
     */
    void check() {
        long now = System.nanoTime();
        if (now - begun > ROUND_NANOS || Thread.currentThread().isInterrupted()) {
            throw new CallFailed(UnknownCause.TIMEOUT);
        }
        if (now - prolonged > PROLONG_NANOS) {
            if (!spool.tend(province, lease)) {
                throw new CallFailed(UnknownCause.TAKEN_OVER);
            }
            prolonged = now;
        }
    }
}
