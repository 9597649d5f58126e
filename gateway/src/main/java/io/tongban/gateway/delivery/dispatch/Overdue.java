package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.platform.outbox.Lease;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises its voice over commands that have no outcome for long. They go on being tried: nothing accepted is given up. */
final class Overdue {
    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);

    private final Duration warnAfter;
    private final OverdueMeter meter;

    Overdue(Duration warnAfter, OverdueMeter meter) {
        this.warnAfter = warnAfter;
        this.meter = meter;
    }

    void check(Lease lease) {
        if (lease.age().compareTo(warnAfter) > 0) {
            meter.tried(lease.kind());
            // Powers of two, so that an outage of days does not fill the log.
            if (Integer.bitCount(lease.attempt()) == 1) {
                LOG.warn(
                        "{} of {} has had no outcome for {} h, after {} tries",
                        lease.kind(),
                        lease.subjectId(),
                        lease.age().toHours(),
                        lease.attempt());
            }
        }
    }
}
