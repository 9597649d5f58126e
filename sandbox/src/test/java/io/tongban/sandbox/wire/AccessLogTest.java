package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Every exchange leaves a line, what was refused to a stranger is told of, and no person stands in either. */
@OverEachTransport
class AccessLogTest {
    private static final int TIMES = 100;
    /** Of no other test with a bad signature or token: what those repeated is told up to ten seconds after them. */
    private static final String REFUSED = "method=GET route=/v1/certifications/{certificationId} status=401 ";

    private static final Pattern AGAIN = Pattern.compile(" times=(\\d+)");

    private final TestSandbox sandbox;

    AccessLogTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void twoHundredRefusedSignaturesAndTokensLeaveTheirLines() throws IOException {
        int accesses = times(REFUSED + "code=signature-invalid partner=fengsong-delivery");
        int strangers = times(REFUSED + "code=token-invalid partner=none");
        int events = lines("tongban.security", "reason=signature-invalid partner=fengsong-delivery")
                .size();

        for (int i = 0; i < TIMES; i++) {
            Call call = sandbox.delivery().get("/v1/certifications/crt_none");
            sandbox.wire().send(call.withTarget("/v1/certifications/crt_other"));
            sandbox.wire().send(call.with("authorization", "Bearer nonsense"));
        }

        await(() -> {
            assertThat(times(REFUSED + "code=signature-invalid partner=fengsong-delivery"))
                    .isEqualTo(accesses + TIMES);
            assertThat(times(REFUSED + "code=token-invalid partner=none")).isEqualTo(strangers + TIMES);
            assertThat(lines("tongban.access", REFUSED + "code=signature-invalid partner=fengsong-delivery"))
                    .last()
                    .asString()
                    .contains(" from=127.0.0.1 ")
                    .doesNotContain("crt_other");
            assertThat(lines("tongban.security", "reason=signature-invalid partner=fengsong-delivery"))
                    .hasSizeGreaterThan(events)
                    .hasSizeLessThan(events + TIMES);
        });
        assertThat(sandbox.metrics())
                .containsPattern("tongban_security_events_total\\{[^}]*partner=\"fengsong-delivery\"[^}]*"
                        + "reason=\"signature-invalid\"");
    }

    @Test
    void aLookAtAPersonIsALineWithoutThePersonAndARowOfTheAuditLog() throws IOException {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        String looks = "select count(*) from audit where actor = 'fengsong-delivery' and subject_id = '"
                + insured.workerId() + "' and action = '";
        long before = sandbox.count(looks + "worker.read'");
        Answer read = sandbox.wire().send(sandbox.delivery().get("/v1/workers/" + insured.workerId()));
        sandbox.wire().send(sandbox.delivery().get("/v1/workers/" + insured.workerId() + "/status"));
        ByHand delivery = sandbox.delivery();
        sandbox.wire()
                .send(delivery.signed(
                        delivery.unsigned("POST", "/v1/workers/search", People.search(insured.number()))));

        assertThat(read.status()).isEqualTo(200);
        assertThat(sandbox.count(looks + "worker.read'")).isEqualTo(before + 1);
        assertThat(sandbox.count(looks + "worker.status-read'")).isEqualTo(1);
        assertThat(sandbox.count(looks + "worker.found'")).isEqualTo(1);
        await(() -> assertThat(lines("tongban.access", "route=/v1/workers/search status=200"))
                .isNotEmpty());
        assertThat(lines("tongban.access", "route=/v1/workers"))
                .noneMatch(line ->
                        line.contains(insured.workerId()) || line.contains(People.citizenNumber(insured.number())));
    }

    @Test
    void aPersonInThePathOrTheQueryStaysOut() throws IOException {
        String number = People.citizenNumber(People.next());
        sandbox.wire().send(sandbox.delivery().get("/v1/workers/" + number));
        sandbox.wire().send(sandbox.delivery().get("/v1/" + number + "?name=" + number));

        await(() -> assertThat(lines("tongban.access", "route=none status=404")).isNotEmpty());
        assertThat(lines("", number)).isEmpty();
    }

    private List<String> lines(String category, String part) throws IOException {
        try (var lines = Files.lines(sandbox.stack().gatewayProcess().log())) {
            return lines.filter(line -> line.contains(category) && line.contains(part))
                    .toList();
        }
    }

    /** Exchanges that lines of the access log tell of: one line every ten seconds stands for what repeats itself. */
    private int times(String part) throws IOException {
        return lines("tongban.access", part).stream()
                .map(AGAIN::matcher)
                .mapToInt(line -> line.find() ? Integer.parseInt(line.group(1)) : 1)
                .sum();
    }

    /** The line comes after the answer. */
    private static void await(org.awaitility.core.ThrowingRunnable until) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(until);
    }
}
