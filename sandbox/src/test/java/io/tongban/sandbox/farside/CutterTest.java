package io.tongban.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A far side that says each octet once more, and what comes of it through a cutter. */
class CutterTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private Cutter cutter;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
        cutter = new Cutter(echo.getLocalPort(), 7);
    }

    private void accept() {
        while (!echo.isClosed()) {
            try {
                Socket caller = echo.accept();
                threads.execute(() -> echoes(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echoes(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException gone) {
            // What the caller made of it is for the test to see.
        }
    }

    @AfterEach
    void stop() throws IOException {
        cutter.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void passesEverythingOnUntilItIsToldToCut() throws IOException {
        for (int call = 0; call < 50; call++) {
            assertThat(answer(call)).isEqualTo(call);
        }
        assertThat(cutter.cuts()).isZero();
    }

    @Test
    void hangsUpOnBothWhenItCuts() throws IOException {
        cutter.cut(1);

        assertThat(answer(1)).isEqualTo(-1);
        assertThat(cutter.cuts()).isEqualTo(1);
        cutter.cut(0);
        assertThat(answer(2)).isEqualTo(2);
    }

    /** -1 where the line ends before there is one. */
    private int answer(int octet) throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), cutter.port())) {
            line.getOutputStream().write(octet);
            return line.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }
}
