package io.tongban.province.nearside;

import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCall;
import io.tongban.province.ProvinceCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What could not be read, as it came: in a call, or at the inbox. Each octet is a character. */
public final class Unread extends KeptInbox implements CallLog {
    public final List<String> inCalls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

    @Override
    public void called(ProvinceCall call) {}

    @Override
    public void unreadable(byte[] answer) {
        inCalls.add(text(answer));
    }

    @Override
    public void unreadable(ProvinceCode province, String why, byte[] octets) {
        arrived.add(why + ": " + text(octets));
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** The next at the inbox. */
    public String nextArrived() throws InterruptedException {
        String next = arrived.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing unreadable came");
        }
        return next;
    }
}
