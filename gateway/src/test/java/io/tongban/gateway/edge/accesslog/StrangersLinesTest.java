package io.tongban.gateway.edge.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StrangersLinesTest {
    private final List<String> log = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final StrangersLines lines = new StrangersLines(log::add, nanos::get);

    @Test
    void tellsTheFirstAtOnceAndItsRepetitionsInOneLine() {
        for (int i = 0; i < 100; i++) {
            lines.seen(refused("10.0.0.1", "token-invalid"));
        }
        lines.seen(refused("10.0.0.2", "token-invalid"));
        lines.seen(refused("10.0.0.1", "token-missing"));
        assertThat(log).hasSize(3).allMatch(line -> line.endsWith(" times=1"));

        lines.tellRepetitions();
        assertThat(log).hasSize(4).last().asString().contains("code=token-invalid", "from=10.0.0.1 times=99");
    }

    @Test
    void keepsToOneLineARoundWhileItGoesOn() {
        lines.seen(refused("10.0.0.1", "token-invalid"));
        for (int round = 0; round < 5; round++) {
            lines.seen(refused("10.0.0.1", "token-invalid"));
            lines.seen(refused("10.0.0.1", "token-invalid"));
            lines.tellRepetitions();
        }
        assertThat(log).hasSize(6).allMatch(line -> line.matches(".* times=[12]"));

        lines.tellRepetitions();
        lines.seen(refused("10.0.0.1", "token-invalid"));
        assertThat(log).hasSize(7);
    }

    @Test
    void saysHowManyFromManyAddressesHaveNoLine() {
        for (int i = 0; i < 10_000; i++) {
            lines.seen(refused("10.0." + i / 100 + "." + i % 100, "token-invalid"));
        }
        assertThat(log).hasSize(200);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        lines.tellRepetitions();
        lines.seen(refused("10.1.0.1", "token-invalid"));
        assertThat(log).hasSize(201).last().asString().endsWith(" times=1 leftOut=9800");
    }

    private static Exchange refused(String address, String code) {
        return new Exchange(
                "GET",
                "/v1/workers",
                401,
                code,
                "none",
                Exchange.NOBODY,
                address,
                "0af7651916cd43dd",
                1,
                "http/1",
                0,
                300);
    }
}
