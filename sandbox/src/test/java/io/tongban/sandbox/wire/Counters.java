package io.tongban.sandbox.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.ServicePointFiles;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** What tests at a counter need: the two banks' points, an operator, and requests from there. */
final class Counters {
    static final String BANK = "nanling-bank";
    /** Open around the clock, so that no test depends on the hour. */
    static final String TERMINAL = "nl-01-t1";

    /** A bank without software of its own: its people use the counter page. */
    static final String RURAL_BANK = ServicePointFiles.RURAL_BANK;

    private static final Set<SandboxStack> FURNISHED = ConcurrentHashMap.newKeySet();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Duration NEARLY_OVER = Duration.ofMinutes(3);

    private final TestSandbox sandbox;

    Counters(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    ByHand bank() {
        return sandbox.partner(BANK);
    }

    /** In Beijing, where a bank's day ends: a test that needs its whole length does not begin at its end. */
    static LocalDate today() {
        awaitDay();
        return LocalDate.now(BEIJING);
    }

    /** Waits for the next day where this one is nearly over. */
    static void awaitDay() {
        Awaitility.await()
                .atMost(NEARLY_OVER.multipliedBy(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> LocalTime.now(BEIJING).isBefore(LocalTime.MAX.minus(NEARLY_OVER)));
    }

    /** Both banks' points, if they are not there yet. */
    void furnish() {
        if (FURNISHED.add(sandbox.stack())) {
            ServicePointFiles.ALL.forEach(bank -> take(bank, ServicePointFiles.of(bank)));
            staff("Y1001", "TELLER");
            staff("Y2001", "SUPERVISOR");
            staff("Y3001", "AUDITOR");
        }
    }

    void take(String bank, List<String> lines) {
        ObjectNode file = JSON.createObjectNode().put("owner", bank);
        lines.forEach(file.putArray("lines")::add);
        sandbox.accepted(() -> sandbox.agency().post("/v1/admin/service-points/imports", file.toString()), 200);
    }

    /** The people of the realm, as their bank registers them. */
    private void staff(String number, String role) {
        sandbox.accepted(
                sandbox.partner(RURAL_BANK)
                        .post(
                                "/v1/operators",
                                "{\"staffNumber\":\"%s\",\"role\":\"%s\",\"points\":[\"yl-01\"]}"
                                        .formatted(number, role)),
                201);
    }

    /** Under which all of a month can be paid at a counter. */
    static String mandateForCounters(String worker) {
        return People.mandate(worker, "44", 200_000)
                .replace(
                        "\"capFen\"",
                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":100,\"payoutPercent\":100},\"capFen\"");
    }

    /** A new operator of this bank at these points. */
    String operator(String bank, String role, String... points) {
        String number = "T" + People.next();
        String places = String.join("\",\"", List.of(points));
        sandbox.accepted(
                sandbox.partner(bank)
                        .post(
                                "/v1/operators",
                                "{\"staffNumber\":\"%s\",\"role\":\"%s\",\"points\":[\"%s\"]}"
                                        .formatted(number, role, places)),
                201);
        return number;
    }

    static String context(String point, String operator, String purpose) {
        return "point=\"%s\", operator=\"%s\", session=\"visit-1\", purpose=%s, identified=card-read"
                .formatted(point, operator, purpose);
    }

    /** The same request, from a counter. */
    static Call at(ByHand bank, Call unsigned, String context) {
        return bank.signed(unsigned.with("counter-context", context));
    }
}
