package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StartupTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Startup startup = new Startup(Progress.SILENT);

    private AutoCloseable server(String name) {
        return () -> closed.add(name);
    }

    @Test
    void closesTheLastFirst() throws Exception {
        Startup.await(startup.begin("first", () -> server("first")));
        Startup.await(startup.begin("second", () -> server("second")));

        startup.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheRestWhenOneFails() throws Exception {
        Startup.await(startup.begin("good", () -> server("good")));
        Future<AutoCloseable> bad = startup.begin("bad", () -> {
            throw new IOException("no port");
        });

        assertThatIOException().isThrownBy(() -> Startup.await(bad)).withMessage("no port");
        startup.close();

        assertThat(closed).containsExactly("good");
    }

    @Test
    void interruptsAServerThatIsStillBeingStarted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<AutoCloseable> slow = startup.begin("slow", () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                closed.add("given up");
            }
            return server("slow");
        });
        begun.await();

        startup.close();

        assertThat(slow.isDone()).isTrue();
        assertThat(closed).containsExactly("given up", "slow");
    }
}
