package io.tongban.province.nearside;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An inbox whose store can be away for a while. */
public class Arrived implements ProvinceInbox {
    private final BlockingQueue<Object> stored = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();

    public record Reversal(String serial, Instant at) {}

    @Override
    public void arrived(ProvinceCode province, ProvinceReply reply) {
        store(reply.serial(), reply);
    }

    @Override
    public void reversed(ProvinceCode province, String serial, Instant at) {
        store(serial, new Reversal(serial, at));
    }

    private void store(String serial, Object what) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            refused.add(serial);
            throw new IllegalStateException("the store is away: " + Samples.NAME);
        }
        stored.add(what);
    }

    /** The next so many are not stored. */
    public void failing(int times) {
        failures.set(times);
    }

    /** The next that was stored. */
    public Object next() throws InterruptedException {
        Object next = stored.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("arrived").isNotNull();
        return next;
    }

    public int refused() {
        return refused.size();
    }

    public boolean isEmpty() {
        return stored.isEmpty();
    }
}
