package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.api.counter.CounterContext;
import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import io.tongban.sdk.Tongban;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands at the counter: what the register allows is done and written down, everything else has a code of its own. */
@OverEachTransport
class CounterContextTest {
    private static final String READ = "/v1/provinces";

    private final TestSandbox sandbox;
    private final Counters counters;
    private final ByHand bank;

    CounterContextTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
        bank = counters.bank();
    }

    @BeforeEach
    void furnish() {
        counters.furnish();
    }

    @Test
    void aLookFromACounterIsWrittenDownWithItsPurpose() {
        String worker = new Insuring(sandbox).enrolled(bank, "44", People.next());
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        long before = looks();

        JsonNode read = sandbox.accepted(
                at("/v1/workers/" + worker, Counters.context(Counters.TERMINAL, teller, "status")), 200);

        assertThat(read.get("id").asText()).isEqualTo(worker);
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(sandbox.count("select count(*) from audit where action = 'counter.looked' and subject_id = '"
                        + worker + "' and facts like '%readWorker%' and facts like '%STATUS%'"
                        + " and facts like '%CARD_READ%' and facts like '%" + teller + "%'"
                        + acted(teller)))
                .isEqualTo(1);
    }

    @Test
    void eachThatMayNotHasItsOwnCode() {
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        String other = counters.operator("jialing-bank", "TELLER", "jl-01");
        String auditor = counters.operator(Counters.BANK, "AUDITOR", "nl-01");

        refused("nl-99", teller, "status", "service-point-unknown");
        refused("jl-01-t1", teller, "status", "service-point-unknown");
        refused(Counters.TERMINAL, other, "status", "operator-unknown");
        refused("nl-02-t1", teller, "status", "operator-not-at-point");
        refused(Counters.TERMINAL, teller, "review", "service-not-offered-there");
        sandbox.accepted(at(READ, Counters.context(Counters.TERMINAL, auditor, "status")), 200);
        String worker = People.registration(People.next(), "44");
        sandbox.assertRefused(
                Counters.at(
                        bank,
                        bank.unsigned("POST", "/v1/workers", worker).with("idempotency-key", TestSandbox.key()),
                        Counters.context(Counters.TERMINAL, auditor, "pay")),
                "operator-role");
        change(teller, "SUSPENDED");
        refused(Counters.TERMINAL, teller, "status", "operator-suspended");
        change(teller, "ACTIVE");
        sandbox.accepted(at(READ, Counters.context(Counters.TERMINAL, teller, "status")), 200);
    }

    @Test
    void nobodyServesOutsideTheHoursNorWhereItIsClosed() {
        String head = "reference,parent,kind,level,name,address,division,position,hours,services,languages,state";
        String day = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                .plusDays(2)
                .getDayOfWeek()
                .name();
        String later = day.substring(0, 1) + day.substring(1, 2).toLowerCase(java.util.Locale.ROOT);
        String shut = "shut,,BRANCH,COUNTY,Shut,Road,440106,\"23.1,113.2\"," + later + " 09:00-17:00,STATUS,zh,ACTIVE";
        String gone = "gone,,BRANCH,COUNTY,Gone,Road,440106,\"23.1,113.2\",24/7,STATUS,zh,CLOSED";
        counters.take(Counters.BANK, List.of(head, shut, gone));
        String teller = counters.operator(Counters.BANK, "TELLER", "shut", "gone");

        refused("shut", teller, "status", "service-point-outside-hours");
        refused("gone", teller, "status", "service-point-closed");
    }

    /** The answer was lost: whoever asks again must not be told that nothing was taken on. */
    @Test
    void whoRepeatsWhatWasAcceptedHearsThatThoughTheCounterIsClosedByNow() {
        String head = "reference,parent,kind,level,name,address,division,position,hours,services,languages,state";
        String branch = "brief,,BRANCH,COUNTY,Brief,Road,440106,\"23.1,113.2\",24/7,PAY STATUS,zh,";
        String window = "brief-1,brief,COUNTER,COUNTY,Brief,Road,440106,\"23.1,113.2\",24/7,PAY STATUS,zh,ACTIVE";
        counters.take(Counters.BANK, List.of(head, branch + "ACTIVE", window));
        String teller = counters.operator(Counters.BANK, "TELLER", "brief");
        String body = People.registration(People.next(), "44");
        String key = TestSandbox.key();
        JsonNode first = sandbox.accepted(registeringAtBrief(body, key, teller), 201);

        counters.take(Counters.BANK, List.of(head, branch + "CLOSED"));

        assertThat(sandbox.accepted(registeringAtBrief(body, key, teller), 201)).isEqualTo(first);
        sandbox.assertRefused(registeringAtBrief(body, TestSandbox.key(), teller), "service-point-closed");
        refused("brief-1", teller, "status", "service-point-closed");
    }

    private Call registeringAtBrief(String body, String key, String teller) {
        return Counters.at(
                bank,
                bank.unsigned("POST", "/v1/workers", body).with("idempotency-key", key),
                Counters.context("brief-1", teller, "pay"));
    }

    @Test
    void theContextIsSignedAndReadToTheLetter() {
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        String context = Counters.context(Counters.TERMINAL, teller, "status");

        sandbox.assertRefused(bank.get(READ).with("counter-context", context), "signature-component-missing");
        Call signed = at(READ, context);
        sandbox.assertRefused(signed.with("counter-context", context.replace("status", "pay")), "signature-invalid");
        for (String wrong : new String[] {
            "point=\"nl-01\"",
            context + ", operator=\"x\"",
            context.replace("purpose=status", "purpose=steal"),
            context.replace("session=\"visit-1\"", "session=\"13900000017\""),
            context.replace("identified=card-read", "identified"),
            context + ";x=1"
        }) {
            sandbox.assertRefused(at(READ, wrong), "counter-context-invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit-13900000017", "card:6222020200112233446", "v/110105-19491231-002X"})
    void noPersonsNumberReachesTheAuditLogAsTheNameOfAVisit(String session) {
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        String context = Counters.context(Counters.TERMINAL, teller, "status").replace("visit-1", session);

        Answer look = sandbox.assertRefused(at(READ, context), "personal-number-misplaced");
        sandbox.assertRefused(
                Counters.at(
                        bank,
                        bank.unsigned("POST", "/v1/workers", People.registration(People.next(), "44"))
                                .with("idempotency-key", TestSandbox.key()),
                        context),
                "personal-number-misplaced");

        assertThat(look.text("parameter")).isEqualTo("Counter-Context");
        assertThat(look.text("detail")).doesNotContain(session);
        assertThat(sandbox.count(
                        "select count(*) from audit where facts like '%" + teller + "%' and action like 'counter.%'"))
                .isZero();
    }

    @Test
    void aKeyOfOneOperatorIsNoOtherOperators() {
        String one = counters.operator(Counters.BANK, "TELLER", "nl-01");
        String two = counters.operator(Counters.BANK, "TELLER", "nl-01");
        String body = People.registration(People.next(), "44");
        String key = TestSandbox.key();
        JsonNode first = sandbox.accepted(registering(body, key, one), 201);
        assertThat(sandbox.accepted(registering(body, key, one), 201)).isEqualTo(first);
        sandbox.assertRefused(registering(body, key, two), "idempotency-key-reused");
    }

    @Test
    void theSdkStandsAtACounter() {
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        try (Tongban tongban = sandbox.sdk(Counters.BANK).build()) {
            Tongban counter = tongban.at(new CounterContext(
                    Counters.TERMINAL, teller, "visit-2", Purpose.STATUS, Identification.FACE_CHECKED));
            assertThat(counter.provinces().get("44").code()).isEqualTo("44");
        }
        assertThat(sandbox.count("select count(*) from audit where facts like '%" + teller
                        + "%' and facts like '%FACE_CHECKED%'"))
                .isEqualTo(1);
    }

    /** Who acted, and whose data it was: two columns. */
    private static String acted(String teller) {
        return " and actor_kind = 'operator' and actor = '" + Counters.BANK + "/" + teller + "' and tenant = '"
                + Counters.BANK + "'";
    }

    @Test
    void whatIsDoneFromACounterIsItsOperatorsDeedAndAllElseTheProgramsWithTheSameData() {
        String teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
        String body = People.registration(People.next(), "44");

        String worker = sandbox.accepted(registering(body, TestSandbox.key(), teller), 201)
                .get("id")
                .asText();
        sandbox.accepted(bank.get("/v1/workers/" + worker), 200);

        String of = "select count(*) from audit where subject_id = '" + worker + "' and action = ";
        assertThat(sandbox.count(of + "'worker.registered'" + acted(teller))).isEqualTo(1);
        assertThat(sandbox.count(of + "'worker.read' and actor_kind = 'program' and actor = '" + Counters.BANK
                        + "' and tenant = actor"))
                .isEqualTo(1);
    }

    private Call registering(String body, String key, String operator) {
        return Counters.at(
                bank,
                bank.unsigned("POST", "/v1/workers", body).with("idempotency-key", key),
                Counters.context(Counters.TERMINAL, operator, "pay"));
    }

    private Call at(String target, String context) {
        return Counters.at(bank, bank.unsigned("GET", target, ""), context);
    }

    private void refused(String point, String operator, String purpose, String code) {
        sandbox.assertRefused(at(READ, Counters.context(point, operator, purpose)), code);
    }

    private void change(String operator, String state) {
        sandbox.accepted(
                bank.signed(bank.unsigned(
                                "PUT",
                                "/v1/operators/" + operator,
                                "{\"role\":\"TELLER\",\"state\":\"" + state + "\",\"points\":[\"nl-01\"]}")
                        .with("idempotency-key", TestSandbox.key())),
                200);
    }

    private long looks() {
        return sandbox.count("select count(*) from audit where action = 'counter.looked'");
    }
}
