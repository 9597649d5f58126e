package io.tongban.gateway.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks host names up within a time and with a bound, neither of which the JDK's resolver has. */
final class HostLookup {
    private static final int AT_A_TIME = 32;

    private final Duration timeout;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, AT_A_TIME, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "webhook-lookup");
                thread.setDaemon(true);
                return thread;
            });

    HostLookup(Duration timeout) {
        this.timeout = timeout;
    }

    /** All addresses of the host; none if it has none, no answer came in time, or too many look-ups hang. */
    List<InetAddress> addresses(String host) {
        try {
            Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
            return List.of(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
