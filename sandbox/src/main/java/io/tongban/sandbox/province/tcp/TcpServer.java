package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls on loopback, a bounded number at a time; one too many is hung up on. */
final class TcpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpServer.class);
    private static final int MOST_CALLS = 200;
    private static final int BACKLOG = 256;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerSocket listener;
    private final TcpCall call;
    private final Pause pause;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    TcpServer(int port, TcpCall call, Pause pause) {
        this.call = call;
        this.pause = pause;
        try {
            listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException("tcp simulator cannot listen on port " + port, e);
        }
        threads = new ThreadPoolExecutor(
                0, MOST_CALLS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "tcp-call"));
        daemon(this::accept, "tcp-accept").start();
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        quietly(listener);
        open.forEach(TcpServer::quietly);
        threads.shutdown();
        try {
            // Lets a call that is just booking finish, before its ledger is closed under it.
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("calls were still running when the simulator closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!pause.isClosing()) {
            try {
                take(listener.accept());
            } catch (IOException e) {
                if (!pause.isClosing()) {
                    LOG.warn("cannot take calls: {}", e.getClass().getSimpleName());
                    pause.of(AFTER_FAILURE);
                }
            }
        }
    }

    private void take(Socket socket) {
        open.add(socket);
        try {
            threads.execute(() -> answer(socket));
        } catch (RejectedExecutionException e) {
            open.remove(socket);
            quietly(socket);
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            call.answer(socket);
        } catch (IOException | RuntimeException e) {
            // Callers hang up, stall and send garbage; that is their right, and not worth more than a word.
            LOG.debug("call ended: {}", e.getClass().getSimpleName());
        } finally {
            open.remove(socket);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void quietly(AutoCloseable line) {
        try {
            line.close();
        } catch (Exception e) {
            LOG.debug("close failed: {}", e.getClass().getSimpleName());
        }
    }
}
