package io.tongban.province.nearside;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A spool in memory, which does what the port's documentation says; for one province, and one node unless told. */
public class MemorySpool implements ProvinceSpool {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** By the thread of each transfer in a hurry that has come by; two versions of a province have one each. */
    private final Map<Thread, Long> schedule = new HashMap<>();

    private boolean tendedElsewhere;

    /** What is known of one line. */
    private static final class Row {
        private final Line line;
        private Progress progress = Progress.WAITING;
        private String file = "";

        Row(Line line) {
            this.line = line;
        }
    }

    public synchronized MemorySpool tendedElsewhere(boolean elsewhere) {
        tendedElsewhere = elsewhere;
        return this;
    }

    /** Waits until each transfer has begun and ended a round after this call: the one that runs now, and one more. */
    public void round() throws InterruptedException {
        Map<Thread, Long> before;
        synchronized (this) {
            before = Map.copyOf(schedule);
        }
        await(
                "another round of each transfer",
                () -> !schedule.isEmpty()
                        && schedule.entrySet().stream()
                                .allMatch(transfer ->
                                        transfer.getValue() >= before.getOrDefault(transfer.getKey(), 0L) + 3));
    }

    /** Waits until every line that was put here is in a file, and every file over there. */
    public void uploaded() throws InterruptedException {
        await(
                "all uploaded",
                () -> rows.values().stream().noneMatch(row -> row.progress == Progress.WAITING)
                        && batches.values().stream().allMatch(batch -> batch.uploadedAt() != null));
    }

    private synchronized void await(String what, BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; rounds so far " + schedule.values());
            }
            wait(left);
        }
    }

    /** No transfer comes by in between. */
    public synchronized void atOnce(Runnable puts) {
        puts.run();
    }

    /** As the gateway does after a while. */
    public synchronized void forgetAnswered() {
        rows.values().removeIf(row -> row.progress == Progress.ANSWERED);
    }

    public synchronized List<Batch> files() {
        return List.copyOf(batches.values());
    }

    @Override
    public synchronized void put(Line line) {
        rows.putIfAbsent(line.serial(), new Row(line));
    }

    @Override
    public synchronized Optional<Progress> find(ProvinceCode province, String serial) {
        return Optional.ofNullable(rows.get(serial)).map(row -> row.progress);
    }

    @Override
    public synchronized boolean tend(ProvinceCode province, Duration atMost) {
        if (province.equals(Samples.ANHUI)) {
            schedule.merge(Thread.currentThread(), 1L, Long::sum);
            notifyAll();
        }
        return !tendedElsewhere;
    }

    @Override
    public synchronized Optional<Batch> cut(ProvinceCode province, String kind, String day, int atMost) {
        List<Row> waiting = rows.values().stream()
                .filter(row ->
                        row.progress == Progress.WAITING && row.line.kind().equals(kind))
                .limit(atMost)
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Batch batch = new Batch(province, kind, day, numbers.merge(kind + day, 1, Integer::sum), null);
        waiting.forEach(row -> {
            row.progress = Progress.IN_FILE;
            row.file = key(batch);
        });
        batches.put(key(batch), batch);
        return Optional.of(batch);
    }

    @Override
    public synchronized List<Batch> open(ProvinceCode province) {
        return batches.values().stream()
                .sorted(Comparator.comparing(MemorySpool::key))
                .toList();
    }

    @Override
    public synchronized List<Line> lines(Batch batch) {
        List<Line> lines = new ArrayList<>();
        rows.values().stream().filter(row -> row.file.equals(key(batch))).forEach(row -> lines.add(row.line));
        return lines;
    }

    @Override
    public synchronized void uploaded(Batch batch, Instant at) {
        batches.replace(key(batch), new Batch(batch.province(), batch.kind(), batch.day(), batch.number(), at));
        notifyAll();
    }

    @Override
    public synchronized void answered(ProvinceCode province, String serial) {
        rows.get(serial).progress = Progress.ANSWERED;
    }

    @Override
    public synchronized void leftOut(Batch batch, Set<String> serials) {
        rows.values().stream()
                .filter(row -> serials.contains(row.line.serial()) && row.file.equals(key(batch)))
                .filter(row -> row.progress == Progress.IN_FILE)
                .forEach(row -> {
                    row.progress = Progress.WAITING;
                    row.file = "";
                });
    }

    @Override
    public synchronized void done(Batch batch) {
        batches.remove(key(batch));
        rows.values().stream()
                .filter(row -> row.file.equals(key(batch)) && row.progress == Progress.IN_FILE)
                .forEach(row -> row.progress = Progress.WAITING);
    }

    private static String key(Batch batch) {
        return batch.kind() + batch.day() + String.format("%06d", batch.number());
    }
}
