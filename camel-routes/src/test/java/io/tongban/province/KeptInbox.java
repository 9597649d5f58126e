package io.tongban.province;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what arrives, until a test takes it. */
class KeptInbox implements ProvinceInbox {
    final BlockingQueue<ProvinceReply> replies = new LinkedBlockingQueue<>();
    final BlockingQueue<String> reversals = new LinkedBlockingQueue<>();
    volatile boolean storeIsDown;

    @Override
    public void arrived(ProvinceCode province, ProvinceReply reply) {
        if (storeIsDown) {
            throw new IllegalStateException("store is down");
        }
        replies.add(reply);
    }

    @Override
    public void reversed(ProvinceCode province, String serial, Instant at) {
        if (storeIsDown) {
            throw new IllegalStateException("store is down");
        }
        reversals.add(serial + " " + at);
    }

    ProvinceReply next() throws InterruptedException {
        return replies.poll(30, TimeUnit.SECONDS);
    }

    String nextReversal() throws InterruptedException {
        return reversals.poll(30, TimeUnit.SECONDS);
    }
}
