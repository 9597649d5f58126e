package io.tongban.gateway.edge.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityEventsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SecurityEvents events = new SecurityEvents(meters);
    private final List<String> told = new ArrayList<>();
    private final Logger log = Logger.getLogger("tongban.security");
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void leave() {
        log.removeHandler(listener);
    }

    @Test
    void theFirstIsToldAtOnceAndRepetitionsInOneLine() {
        for (int i = 0; i < 200; i++) {
            events.seen(refused(401, "signature-invalid"));
        }
        assertThat(told)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("reason=signature-invalid partner=meitu actor=none times=1 ")
                        .contains("from=192.0.2.1"));

        events.tellRepetitions();

        assertThat(told).hasSize(2).last().isEqualTo("reason=signature-invalid partner=meitu actor=none times=199");
        assertThat(meters.counter("tongban_security_events", "reason", "signature-invalid", "partner", "meitu")
                        .count())
                .isEqualTo(200);
        events.tellRepetitions();
        assertThat(told).hasSize(2);
    }

    @Test
    void whatIsMerelyWrongIsNoEvent() {
        events.seen(refused(400, "field-unknown"));
        events.seen(refused(200, "none"));

        assertThat(told).isEmpty();
    }

    private static Exchange refused(int status, String code) {
        return new Exchange(
                "GET",
                "/v1/workers",
                status,
                code,
                "meitu",
                Exchange.NOBODY,
                "192.0.2.1",
                "0".repeat(32),
                1,
                "h2+tls",
                0,
                0);
    }
}
