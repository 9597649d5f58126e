package io.tongban.province.delivery;

import io.tongban.province.dated.FolderWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every so often whether profiles have changed, and whether a lane can be stopped; on a thread of its own. */
final class ProfileReloader {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileReloader.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final ChannelRegistry registry;
    private final Optional<FolderWatch> watch;
    private final Duration every;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tongban-profiles");

    ProfileReloader(ChannelRegistry registry, Optional<FolderWatch> watch, Duration every) {
        this.registry = registry;
        this.watch = watch;
        this.every = every;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        try {
            while (!ended.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (watch.isPresent() && watch.get().changed()) {
                registry.reload();
            }
            registry.sweep();
        } catch (RuntimeException e) {
            // One look that fails must not be the last; its text may hold anything.
            LOG.warn("the profiles cannot be reloaded now: {}", e.getClass().getName());
        }
    }

    void end() {
        ended.countDown();
        try {
            thread.join(LONGEST_LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
