package io.tongban.province.workbench;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A spool that lives as long as one run, which is also the only one to carry its files. */
public final class ShortSpool implements ProvinceSpool {
    private final Map<String, Slip> slips = new LinkedHashMap<>();
    private final List<Batch> batches = new ArrayList<>();

    private final Clock clock;
    private int cut;
    private volatile boolean resting;

    public ShortSpool(Clock clock) {
        this.clock = clock;
    }

    /** From now on nobody carries files: there is no way to the province. */
    public void rest() {
        resting = true;
    }

    private record Slip(Line line, @Nullable Batch batch, boolean answered) {}

    @Override
    public synchronized void put(Line line) {
        slips.putIfAbsent(line.serial(), new Slip(line, null, false));
    }

    @Override
    public synchronized Optional<Progress> find(ProvinceCode province, String serial) {
        return Optional.ofNullable(slips.get(serial)).map(slip -> {
            if (slip.answered()) {
                return Progress.ANSWERED;
            }
            return slip.batch() == null ? Progress.WAITING : Progress.IN_FILE;
        });
    }

    @Override
    public boolean tend(ProvinceCode province, Duration atMost) {
        return !resting;
    }

    @Override
    public synchronized Optional<Batch> cut(ProvinceCode province, String kind, String day, int atMost) {
        List<Slip> waiting = slips.values().stream()
                .filter(slip -> slip.batch() == null && !slip.answered())
                .filter(slip -> slip.line().kind().equals(kind))
                .limit(atMost)
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        // Beyond what the gateway of a sandbox cuts in a day, and what a run a minute ago may have used.
        int number = 100_000 + (int) (clock.instant().getEpochSecond() % 86_400) * 10 + cut++ % 10;
        Batch batch = new Batch(province, kind, day, number, null);
        batches.add(batch);
        waiting.forEach(slip -> slips.put(slip.line().serial(), new Slip(slip.line(), batch, false)));
        return Optional.of(batch);
    }

    @Override
    public synchronized List<Batch> open(ProvinceCode province) {
        return List.copyOf(batches);
    }

    @Override
    public synchronized List<Line> lines(Batch batch) {
        return slips.values().stream()
                .filter(slip -> isOf(slip, batch))
                .map(Slip::line)
                .toList();
    }

    private static boolean isOf(Slip slip, Batch batch) {
        Batch own = slip.batch();
        return own != null && own.number() == batch.number() && own.kind().equals(batch.kind());
    }

    @Override
    public synchronized void uploaded(Batch batch, Instant at) {
        batches.replaceAll(known -> same(known, batch)
                ? new Batch(known.province(), known.kind(), known.day(), known.number(), at)
                : known);
    }

    @Override
    public synchronized void answered(ProvinceCode province, String serial) {
        slips.computeIfPresent(serial, (key, slip) -> new Slip(slip.line(), slip.batch(), true));
    }

    @Override
    public synchronized void leftOut(Batch batch, Set<String> serials) {
        slips.replaceAll((serial, slip) -> serials.contains(serial) && isOf(slip, batch) && !slip.answered()
                ? new Slip(slip.line(), null, false)
                : slip);
    }

    @Override
    public synchronized void done(Batch batch) {
        batches.removeIf(known -> same(known, batch));
        slips.replaceAll(
                (serial, slip) -> isOf(slip, batch) && !slip.answered() ? new Slip(slip.line(), null, false) : slip);
    }

    private static boolean same(Batch one, Batch other) {
        return one.number() == other.number() && one.kind().equals(other.kind());
    }
}
