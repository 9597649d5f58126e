package io.tongban.gateway.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tongban.gateway.certification.Judgement.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that does all of the suite right, and others with one mistake each. */
class PlantedMistakesTest {
    private static final String WITHHOLD = "/v1/withholdings";
    private static final String WORKERS = "/v1/workers";
    private static final String MANDATES = "/v1/mandates";
    private static final String PROVINCES = "/v1/provinces";
    private static final long LONG = 1_500;
    private static final long SHORT = 200;

    private static final Suite SUITE = Suite.shipped(Suite.PLATFORM);

    @Test
    void whoDoesAllRightPassesAll() {
        assertThat(wrong("", program -> {}, 2)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("lost-answer-withhold", p -> twice(p, WITHHOLD, "lost-answer", 0, "k1", "k2", LONG)),
                mistake("lost-answer-withhold", p -> once(p, WITHHOLD, "lost-answer", 0)),
                mistake("lost-answer-register", p -> twice(p, WORKERS, "lost-answer", 0, "k1", "k2", LONG)),
                mistake("lost-answer-register", p -> once(p, WORKERS, "lost-answer", 0)),
                mistake(
                        "lost-answer-mandate",
                        p -> once(p, MANDATES, "lost-answer", 0).sends("POST", MANDATES, "m-other", "k1", "", 422)),
                mistake("lost-answer-read", p -> p.sends("GET", PROVINCES, "m", null, "lost-answer", 0)),
                mistake("bad-signature-register", p -> believed(p, WORKERS)),
                mistake("bad-signature-mandate", p -> once(p, MANDATES, "bad-answer-signature", 201)),
                mistake("bad-signature-withhold", p -> believed(p, WITHHOLD)),
                mistake(
                        "bad-signature-withhold",
                        p -> twice(p, WITHHOLD, "bad-answer-signature", 202, "k1", "k2", LONG)),
                mistake(
                        "rate-limited-read",
                        p -> p.sends("GET", PROVINCES, "m", null, "rate-limited", 429)
                                .sends("GET", PROVINCES, "m", null, "rate-limited", 200, null, null, SHORT)),
                mistake("rate-limited-withhold", p -> twice(p, WITHHOLD, "rate-limited", 429, "k1", "k1", SHORT)),
                mistake("rate-limited-withhold", p -> twice(p, WITHHOLD, "rate-limited", 429, "k1", "k2", LONG)),
                mistake("unavailable-register", p -> twice(p, WORKERS, "unavailable-then-ok", 503, "k1", "k1", SHORT)),
                mistake("unavailable-withhold", p -> once(p, WITHHOLD, "unavailable-then-ok", 503)),
                mistake("unavailable-read", p -> p.sends("GET", PROVINCES, "m", null, "unavailable-then-ok", 503)),
                mistake("revoked-mandate", p -> refusedTwice(p, "mandate-revoked")),
                mistake("month-taken", p -> refusedTwice(p, "period-already-withheld")),
                mistake("month-in-future", p -> refusedTwice(p, "period-in-future")),
                mistake("lost-reply", p -> twice(p, WITHHOLD, "lost-reply", 202, "k1", "k2", LONG)),
                mistake("person-unknown", p -> once(p, WITHHOLD, "refused-person-unknown", 202)),
                mistake("in-process", p -> once(p, WITHHOLD, "in-process-one-day", 202)),
                mistake("province-closed", p -> twice(p, WITHHOLD, "province-closed", 202, "k1", "k2", LONG)),
                mistake("reversed-later", p -> once(p, WITHHOLD, "reversed-later", 202)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("mistakes")
    void onePlantedMistakeFailsItsCaseAndNoOther(String name, Consumer<Program> mistake) {
        assertThat(wrong(name, mistake, 2)).containsExactly(entry(name, Verdict.FAILED));
    }

    /** What an endpoint does not take is not seen; nobody can tell it from what was never tried. */
    @Test
    void whoseEndpointTakesAnEventOnceAloneIsNotSeenToTakeItTwice() {
        assertThat(wrong("", program -> {}, 1)).containsExactly(entry("event-twice", Verdict.NOT_SEEN));
    }

    private static Arguments mistake(String name, Consumer<Program> script) {
        return Arguments.of(name, script);
    }

    private static Program once(Program program, String route, String scenario, int status) {
        return program.sends("POST", route, "m", "k1", scenario, status, null, "id-m", LONG);
    }

    private static void twice(
            Program program, String route, String scenario, int status, String key, String next, long pause) {
        program.sends("POST", route, "m", key, scenario, status, null, "id-m", LONG)
                .sends("POST", route, "m", next, scenario, 202, null, "id-m", pause);
    }

    private static void believed(Program program, String route) {
        once(program, route, "bad-answer-signature", 202)
                .sends("GET", route + "/{id}", "m", null, "", 200, null, "id-m", LONG)
                .sends("POST", route, "m", "k1", "bad-answer-signature", 202, null, "id-m", LONG);
    }

    private static void refusedTwice(Program program, String code) {
        program.sends("POST", WITHHOLD, "m", "k1", "", 409, code, null, LONG)
                .sends("POST", WITHHOLD, "m", "k2", "", 409, code, null, LONG);
    }

    /** What a program with this one mistake does not pass once the run is over. */
    private static Map<String, Verdict> wrong(String name, Consumer<Program> mistake, int taken) {
        Program program = new Program();
        for (SuiteCase each : SUITE.cases()) {
            if (each.name().equals(name)) {
                mistake.accept(program);
            } else {
                right(program, each);
            }
        }
        // As any program does again and again.
        program.sends("GET", PROVINCES, "", null, "", 200);
        Traffic traffic = new Traffic(program.traffic().requests(), Map.of("evt_1", taken));
        Map<String, Verdict> wrong = new LinkedHashMap<>();
        for (SuiteCase each : SUITE.cases()) {
            Verdict verdict = Judge.of(each, traffic, true).verdict();
            if (verdict != Verdict.PASSED) {
                wrong.put(each.name(), verdict);
            }
        }
        return wrong;
    }

    private static void right(Program program, SuiteCase each) {
        String body = each.name();
        String key = each.method().equals("GET") ? null : "key-" + body;
        String id = "id-" + body;
        List<Integer> refusals = each.argument().equals("unavailable-then-ok") ? List.of(503, 503) : List.of(429);
        switch (each.rule()) {
            case DONE -> program.sends(each.method(), each.route(), body, key, "", 200);
            case REPEATED, NOT_BELIEVED ->
                program.sends(each.method(), each.route(), body, key, each.argument(), 0, null, id, LONG)
                        .sends(each.method(), each.route(), body, key, each.argument(), 200, null, id, LONG);
            case WAITED -> {
                refusals.forEach(
                        status -> program.sends(each.method(), each.route(), body, key, each.argument(), status));
                program.sends(each.method(), each.route(), body, key, each.argument(), 200);
            }
            case TAKEN_FOR_AN_ANSWER ->
                program.sends(each.method(), each.route(), body, key, "", 409, each.argument(), null, LONG);
            case FOLLOWED ->
                program.sends(each.method(), each.route(), body, key, each.argument(), 202, null, id, LONG)
                        .sends("GET", each.route() + "/{id}", body, null, "", 200, null, id, LONG);
            case TOLD, TOLD_TWICE -> {
                // Told by the deliveries.
            }
        }
    }
}
