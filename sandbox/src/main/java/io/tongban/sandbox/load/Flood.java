package io.tongban.sandbox.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps so many hostile connections of one shape open, from several addresses of loopback, and opens another for each
 * that is cut, up to a bound. They come and go on evenly over the second, as those who know nothing of each other do. One
 * thread; it ends with {@link #close()}.
 */
public final class Flood implements Flooding {
    /** In which a second is cut. */
    private static final int TURNS = 100;

    private static final long A_TURN = TimeUnit.SECONDS.toNanos(1) / TURNS;
    private static final int SELECT_MILLIS = 5;
    /** Who is cut comes again, but not for ever. */
    private static final int MOST_LIVES = 10;

    private static final int ADDRESSES = 8;

    private final Shape shape;
    private final Target target;
    private final int count;
    private final Thread thread;
    private final List<HostileConnection> open = new ArrayList<>();
    private volatile boolean over;
    private final AtomicInteger opened = new AtomicInteger();
    private volatile int most;

    private Flood(Shape shape, Target target, int count) {
        this.shape = shape;
        this.target = target;
        this.count = count;
        this.thread = new Thread(this::run, "flood");
    }

    public static Flood start(Shape shape, Target target, int count) {
        Flood flood = new Flood(shape, target, count);
        flood.thread.setDaemon(true);
        flood.thread.start();
        return flood;
    }

    @Override
    public int opened() {
        return opened.get();
    }

    @Override
    public int most() {
        return most;
    }

    private void run() {
        ByteBuffer sink = ByteBuffer.allocateDirect(64 * 1024);
        try (Selector selector = Selector.open()) {
            long next = System.nanoTime();
            int turn = 0;
            while (!over) {
                if (System.nanoTime() - next >= 0) {
                    next += A_TURN;
                    take(turn++ % TURNS, selector);
                }
                selector.select(key -> ((HostileConnection) key.attachment()).ready(sink), SELECT_MILLIS);
            }
            open.forEach(HostileConnection::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(int turn, Selector selector) {
        open.removeIf(connection -> !connection.isOpen());
        open.stream().filter(connection -> connection.turn() == turn).forEach(HostileConnection::goOn);
        for (int more = 0;
                more < shape.way().newASecond() / TURNS && open.size() < count && opened.get() < count * MOST_LIVES;
                more++) {
            try {
                open.add(new HostileConnection(shape, target, address(opened.get()), turn, selector));
            } catch (IOException refused) {
                // Counted as begun all the same: it was one attempt.
            }
            opened.incrementAndGet();
        }
        most = Math.max(most, open.size());
    }

    /** 127.0.0.2 and following: many callers, none of them the one that is measured. */
    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + number % ADDRESSES)});
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
