package io.tongban.province.nearside;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what arrives, until a test takes it. */
public class KeptInbox implements ProvinceInbox {
    public final BlockingQueue<ProvinceReply> replies = new LinkedBlockingQueue<>();
    public final BlockingQueue<String> reversals = new LinkedBlockingQueue<>();
    public volatile boolean storeIsDown;

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

    public ProvinceReply next() throws InterruptedException {
        return replies.poll(60, TimeUnit.SECONDS);
    }

    public String nextReversal() throws InterruptedException {
        return reversals.poll(60, TimeUnit.SECONDS);
    }
}
