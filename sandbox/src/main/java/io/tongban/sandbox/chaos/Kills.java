package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.GatewayProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Kills the gateway with -9 when so much is done, and starts it again, while everyone else goes on. */
final class Kills implements AutoCloseable {
    private final GatewayProcess gateway;
    private final int total;
    private final int times;
    private final ExecutorService executioner = Executors.newSingleThreadExecutor();
    private final List<Future<?>> done = new ArrayList<>();

    Kills(GatewayProcess gateway, int times, int total) {
        this.gateway = gateway;
        this.times = times;
        this.total = total;
    }

    /** Told after each step; kills at even distances. */
    synchronized void after(int steps) {
        if (done.size() < times && steps >= (long) total * (done.size() + 1) / (times + 1)) {
            done.add(executioner.submit(() -> {
                gateway.kill();
                gateway.restart();
                return null;
            }));
        }
    }

    /** Waits until the gateway is back from the last one. */
    synchronized int await() throws InterruptedException, ExecutionException {
        for (Future<?> one : done) {
            one.get();
        }
        return done.size();
    }

    @Override
    public void close() {
        executioner.shutdownNow();
    }
}
