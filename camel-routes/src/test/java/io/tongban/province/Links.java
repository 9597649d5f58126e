package io.tongban.province;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.tongban.province.nearside.KeptInbox;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A link whose shipped profiles are pointed at a test's own far side. */
public final class Links {
    private final Path folder;
    private final Map<String, String> properties = new HashMap<>();
    private MeterRegistry meters = new SimpleMeterRegistry();
    private Clock clock = Samples.CLOCK;
    private OpenTelemetry openTelemetry = OpenTelemetry.noop();
    private Optional<ProvinceSpool> spool = Optional.of(new MemorySpool().tendedElsewhere(true));
    private ProvinceInbox inbox = new KeptInbox();
    private LongSupplier ticker = System::nanoTime;
    private boolean aroundTheClock;
    private Duration lookEvery = Duration.ofDays(1);

    public Links(Path folder) {
        this.folder = folder;
        if (Files.notExists(folder.resolve("44-guangdong.yaml"))) {
            // A test of many faults wants to meet the far side every time.
            edit("33-zhejiang.yaml", "failures: 8", "failures: 1000");
            edit("41-henan.yaml", "failures: 8", "failures: 1000");
            edit("44-guangdong.yaml", "failures: 8", "failures: 1000");
            edit("51-sichuan.yaml", "failures: 8", "failures: 1000");
        }
    }

    public Links set(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** For a test that waits for a time-out; others have the shipped one, which no answer misses on a busy machine. */
    public Links hasty(String file) {
        return edit(file, "reply: 10s", "reply: 2s");
    }

    /** For a test that waits for a time-out, and then for an answer that a JVM stopped for seconds must not miss. */
    public Links lessHasty(String file) {
        return edit(file, "reply: 10s", "reply: 6s");
    }

    /** Default: one for files that another node carries. */
    public Links spool(ProvinceSpool spool) {
        this.spool = Optional.of(spool);
        return this;
    }

    public Links withoutSpool() {
        this.spool = Optional.empty();
        return this;
    }

    public Links inbox(ProvinceInbox inbox) {
        this.inbox = inbox;
        return this;
    }

    public Links meters(MeterRegistry meters) {
        this.meters = meters;
        return this;
    }

    public Links clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    public Links openTelemetry(OpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
        return this;
    }

    public Links ticker(LongSupplier ticker) {
        this.ticker = ticker;
        return this;
    }

    public Links aroundTheClock() {
        this.aroundTheClock = true;
        return this;
    }

    public Links lookEvery(Duration lookEvery) {
        this.lookEvery = lookEvery;
        return this;
    }

    /** Puts an edited copy of a shipped profile into the operator's folder. */
    public Links edit(String file, String old, String now) {
        Path copy = folder.resolve(file);
        try {
            String text = Files.exists(copy) ? Files.readString(copy) : shipped(file);
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " does not say " + old);
            }
            // Beside it and then over it: who looks meanwhile must not see a file half written.
            Path whole = Files.writeString(folder.resolve(file + ".new"), text.replace(old, now));
            Files.move(whole, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public static String shipped(String file) throws IOException {
        try (InputStream in = Links.class.getResourceAsStream("/provinces/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public ProvinceLink open() {
        ProvinceRoutes routes = ProvinceRoutes.builder();
        spool.ifPresent(routes::spool);
        return routes.properties(
                        name -> Optional.ofNullable(properties.get(name)).or(() -> Configured.property(name)))
                .profilesFolder(Optional.of(folder))
                .clock(clock)
                .inbox(inbox)
                .ticker(ticker)
                .aroundTheClock(aroundTheClock)
                .lookEvery(lookEvery)
                .meterRegistry(meters)
                .openTelemetry(openTelemetry)
                .build();
    }
}
