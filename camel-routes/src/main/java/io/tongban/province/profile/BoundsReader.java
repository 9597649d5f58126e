package io.tongban.province.profile;

import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads how long, how many and how often; what a profile may leave out is taken to be as stated here. */
final class BoundsReader {
    private static final int USUAL_RATE = 1000;
    private static final int USUAL_QUEUE = 100_000;
    private static final CircuitBreakerSettings USUAL_BREAKER = new CircuitBreakerSettings(8, Duration.ofSeconds(15));
    private static final Patience USUAL_PATIENCE = new Patience(Duration.ofSeconds(2), Duration.ofDays(3));

    private BoundsReader() {}

    static Timeouts timeouts(YamlEntry entry) {
        return new Timeouts(brief(entry.get("connect")), brief(entry.get("reply")));
    }

    static Limits limits(YamlEntry entry) {
        Map<Field, Integer> widths = new EnumMap<>(Field.class);
        entry.find("widths").map(YamlEntry::entries).orElse(Map.of()).forEach((word, width) -> {
            Field field = Values.oneOf(Field.class, width, word);
            if (field == Field.FILLER) {
                throw width.wrong("has no width of its own; remove it");
            }
            widths.put(field, Values.number(width, field.leastWidth(), 1000));
        });
        return new Limits(
                Values.number(entry.get("frame-bytes"), 64, 1024 * 1024),
                Values.number(entry.get("calls-at-once"), 1, 1000),
                brief(entry.get("wait-for-call")),
                entry.find("rate").map(BoundsReader::rate).orElse(USUAL_RATE),
                entry.find("queue")
                        .map(queue -> Values.number(queue, 1, 10_000_000))
                        .orElse(USUAL_QUEUE),
                widths,
                entry.find("widths-in").map(BoundsReader::bytes).orElse(false));
    }

    static CircuitBreakerSettings breaker(Optional<YamlEntry> entry) {
        return entry.map(breaker -> new CircuitBreakerSettings(
                        Values.number(breaker.get("failures"), 1, 1000),
                        Values.duration(breaker.get("pause"), "1ms", "1h", "15s")))
                .orElse(USUAL_BREAKER);
    }

    static Patience patience(YamlEntry root) {
        return new Patience(
                root.find("typical")
                        .map(typical -> Values.duration(typical, "1ms", "30d", "2s or 1d"))
                        .orElse(USUAL_PATIENCE.typical()),
                root.find("give-up-after")
                        .map(after -> Values.duration(after, "1m", "365d", "72h or 10d"))
                        .orElse(USUAL_PATIENCE.giveUpAfter()));
    }

    private static Duration brief(YamlEntry entry) {
        return Values.duration(entry, "1ms", "600s", "10s or 500ms");
    }

    private static boolean bytes(YamlEntry entry) {
        return switch (entry.text()) {
            case "bytes" -> true;
            case "characters" -> false;
            default -> throw entry.wrong("is neither; write bytes or characters");
        };
    }

    private static int rate(YamlEntry entry) {
        String text = entry.text();
        int rate = text.matches("[0-9]{1,5}/s") ? Integer.parseInt(text.substring(0, text.length() - 2)) : 0;
        if (rate < 1 || rate > 10_000) {
            throw entry.wrong("is not a number of calls from 1/s to 10000/s; write 20/s");
        }
        return rate;
    }
}
