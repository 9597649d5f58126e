package io.tongban.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands between two that talk over TCP: passes on, keeps silent without closing anything, or cuts. */
final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private enum Mode {
        PASS,
        SILENT,
        CUT
    }

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mode mode = Mode.PASS;
    private volatile boolean closed;

    TcpProxy(int targetPort) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void pass() {
        become(Mode.PASS);
    }

    /** Takes connections and octets, and passes nothing on; what it holds goes on its way later. */
    void silence() {
        become(Mode.SILENT);
    }

    /** Closes what is open, and whatever comes. */
    void cut() {
        become(Mode.CUT);
        open.forEach(TcpProxy::shut);
    }

    private void become(Mode next) {
        lock.lock();
        try {
            mode = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits out silence; whether the octets may go on. */
    private boolean mayGo() throws InterruptedException {
        lock.lock();
        try {
            while (mode == Mode.SILENT && !closed) {
                changed.await();
            }
            return mode == Mode.PASS && !closed;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket near = door.accept();
                open.add(near);
                threads.submit(() -> connect(near));
            } catch (IOException closing) {
                if (!closed) {
                    throw new UncheckedIOException(closing);
                }
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(far);
        try {
            if (mayGo()) {
                far.connect(target, 5_000);
                threads.submit(() -> copy(far, near));
                copy(near, far);
            }
        } catch (IOException gone) {
            // The far side is not there; the near one learns of it below.
            open.remove(far);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            shut(near);
            shut(far);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && mayGo(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            shut(from);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            shut(from);
            shut(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        become(Mode.CUT);
        door.close();
        open.forEach(TcpProxy::shut);
        threads.shutdownNow();
    }
}
