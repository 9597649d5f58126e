package io.tongban.sandbox.province;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends at once when the simulator closes. For dialects. */
public final class Pause {
    private final CountDownLatch closing = new CountDownLatch(1);

    public void of(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    public void close() {
        closing.countDown();
    }
}
