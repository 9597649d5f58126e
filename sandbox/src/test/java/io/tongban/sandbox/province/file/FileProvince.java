package io.tongban.sandbox.province.file;

import static org.awaitility.Awaitility.await;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A running province, one registered worker, and files for her: a test says when time passes. */
final class FileProvince implements AutoCloseable {
    /** So little that a test which sees a wrong reply can read it before it is put right, a second later. */
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final TestClock clock = new TestClock();
    final String citizen = Citizens.number(7);
    final Simulator simulator = Simulators.start("34", TestStore.fresh(), 0, clock, 1);
    final FileCaller caller;
    final String person;
    private int files;

    FileProvince() throws IOException {
        caller = new FileCaller(simulator, simulator.password());
        String name = name("JS1001");
        caller.send(name, AnhuiRows.register(Serials.next(), citizen, "李䶮𠮷") + "TOTAL|1|0\n");
        person = fields(replyTo(name), 0).get(3);
    }

    String name(String kind) {
        return String.format("%s_TONGBAN_20261123_%03d", kind, ++files);
    }

    /** A file that pays the months of 2026 from January on, one row each. */
    String withhold(List<String> serials) throws IOException {
        String name = name("JS2001");
        StringBuilder text = new StringBuilder();
        for (int month = 0; month < serials.size(); month++) {
            String period = String.format("2026%02d", month + 1);
            text.append(AnhuiRows.withhold(serials.get(month), person, citizen, "李䶮𠮷", period));
        }
        caller.send(name, text + "TOTAL|" + serials.size() + "|" + serials.size() * 91_752L + "\n");
        return name;
    }

    static List<String> serials(int count) {
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            serials.add(Serials.next());
        }
        return serials;
    }

    String replyTo(String name) {
        return next(name + ".rep");
    }

    /** Lets time pass until the file and its mark are there. */
    String next(String file) {
        until(() -> caller.out().contains(file + ".ok"));
        return caller.text(file);
    }

    /** Lets time pass until the file is another. */
    String other(String file, String old) {
        until(() -> caller.out().contains(file) && !caller.text(file).equals(old));
        return caller.text(file);
    }

    private void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(50, TimeUnit.MILLISECONDS).until(() -> {
            clock.forward(A_WHILE);
            return condition.call();
        });
    }

    static List<String> fields(String reply, int row) {
        return List.of(reply.split("\n", -1)[row].split("\\|", -1));
    }

    @Override
    public void close() {
        caller.close();
        simulator.close();
    }
}
