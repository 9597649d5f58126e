package io.tongban.province;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A link whose shipped profiles are pointed at a test's own far side, with time-outs that a test can wait for. */
final class Links {
    private final Path folder;
    private final Map<String, String> properties = new HashMap<>();
    private MeterRegistry meters = new SimpleMeterRegistry();
    private OpenTelemetry openTelemetry = OpenTelemetry.noop();

    Links(Path folder) {
        this.folder = folder;
        if (Files.notExists(folder.resolve("44-guangdong.yaml"))) {
            edit("33-zhejiang.yaml", "reply: 10s", "reply: 600ms");
            edit("44-guangdong.yaml", "reply: 10s", "reply: 600ms");
            edit("51-sichuan.yaml", "reply: 10s", "reply: 600ms");
        }
    }

    Links set(String property, String value) {
        properties.put(property, value);
        return this;
    }

    Links meters(MeterRegistry meters) {
        this.meters = meters;
        return this;
    }

    Links openTelemetry(OpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
        return this;
    }

    /** Puts an edited copy of a shipped profile into the operator's folder. */
    Links edit(String file, String old, String now) {
        Path copy = folder.resolve(file);
        try {
            String text = Files.exists(copy) ? Files.readString(copy) : shipped(file);
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " does not say " + old);
            }
            Files.writeString(copy, text.replace(old, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    static String shipped(String file) throws IOException {
        try (InputStream in = Links.class.getResourceAsStream("/provinces/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    ProvinceLink open() {
        return ProvinceRoutes.builder()
                .properties(name -> Optional.ofNullable(properties.get(name)).or(() -> Configured.property(name)))
                .profilesFolder(Optional.of(folder))
                .clock(Samples.CLOCK)
                .meterRegistry(meters)
                .openTelemetry(openTelemetry)
                .build();
    }
}
