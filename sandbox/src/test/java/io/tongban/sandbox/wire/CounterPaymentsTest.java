package io.tongban.sandbox.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.tongban.sandbox.launcher.CutOffs;
import io.tongban.sandbox.wire.People.Insured;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker pays at the counter what platforms have not held back, and the month is one contribution. */
@OverEachTransport({Transport.HTTP_1_1_CLEAR, Transport.HTTP_2_TLS})
class CounterPaymentsTest {
    private static final long DUE_FEN = 110_200;
    private static final LocalDate TODAY = Counters.today();

    private final TestSandbox sandbox;
    private final Counters counters;
    private final ByHand bank;
    private final Insuring insuring;
    private String teller = "";

    CounterPaymentsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
        bank = counters.bank();
        insuring = new Insuring(sandbox);
    }

    @BeforeEach
    void furnish() {
        counters.furnish();
        teller = counters.operator(Counters.BANK, "TELLER", "nl-01");
    }

    @Test
    void whatAPlatformLeftIsPaidInCashAndTheMonthIsOneContribution() throws Exception {
        int n = People.next();
        Payer rider = payer(sandbox.delivery(), n, 60, 20);
        JsonNode payout = sandbox.accepted(
                        sandbox.delivery()
                                .post(
                                        "/v1/payouts",
                                        "{\"payouts\":[{\"partnerReference\":\"cp-%d\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"paidOn\":\"%s\",\"earnedFen\":500000}]}"
                                                .formatted(n, rider.worker, rider.mandate, TODAY)),
                        201)
                .at("/payouts/0");
        assertThat(payout.get("holdFen").asLong()).isEqualTo(66_120);
        YearMonth period = YearMonth.parse(payout.at("/parts/0/period").asText());
        Payer walkIn = payer(bank, n, 100, 100);

        JsonNode due = sandbox.accepted(due(walkIn), 200);
        assertThat(due.get("amountFen").asLong()).isEqualTo(44_080);
        assertThat(due.at("/months/0/dueFen").asLong()).isEqualTo(DUE_FEN);
        sandbox.assertRefused(paying(walkIn, "d-" + n, 44_079), "counter-amount-differs");
        sandbox.assertRefused(paying(walkIn, "d-" + n, 44_081), "counter-amount-differs");
        Call call = paying(walkIn, "p-" + n, 44_080);
        JsonNode paid = sandbox.accepted(call, 201);
        assertThat(paid.get("state").asText()).isEqualTo("TAKEN");
        assertThat(paid.at("/parts/0/period").asText()).isEqualTo(period.toString());
        sandbox.assertRefused(paying(walkIn, "p-" + n, 44_080), "reference-used");
        sandbox.assertRefused(paying(walkIn, "q-" + n, 44_080), "counter-month-complete");
        assertReceipt(paid, "440.80", "待入账", n);

        new CutOffs(sandbox.stack().postgres()).passed(period);

        JsonNode booked = sandbox.await(
                bank,
                "/v1/counter-payments/" + paid.get("id").asText(),
                read -> read.get("state").asText().equals("PAID"));
        assertThat(booked.get("amountFen").asLong()).isEqualTo(44_080);
        assertThat(List.of(paid.get("revision").asLong(), booked.get("revision").asLong()))
                .containsExactly(1L, 2L);
        assertThat(sandbox.province("44").ledger().bookingsOf(People.citizenNumber(n)))
                .singleElement()
                .satisfies(booking -> assertThat(booking.amountFen()).isEqualTo(DUE_FEN));
        assertReceipt(paid, "440.80", "已入账", n);
        sandbox.assertRefused(cancelling(paid), "counter-cancel-too-late");
    }

    @Test
    void onTheSameDayItIsGivenBackAndCanBePaidAgain() throws Exception {
        int n = People.next();
        Payer walkIn = payer(bank, n, 100, 100);
        JsonNode paid = sandbox.accepted(paying(walkIn, "c-" + n, DUE_FEN), 201);
        JsonNode cancelled = sandbox.accepted(cancelling(paid), 200);
        assertThat(cancelled.get("state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("revision").asLong()).isEqualTo(2);
        assertReceipt(paid, "1102.00", "已撤销", n);
        sandbox.assertRefused(cancelling(paid), "counter-payment-cancelled");
        assertThat(sandbox.accepted(due(walkIn), 200).get("amountFen").asLong()).isEqualTo(DUE_FEN);

        JsonNode again = sandbox.accepted(paying(walkIn, "c2-" + n, DUE_FEN), 201);
        try (Connection connection = sandbox.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update counter_payment set day = day - 1 where id = '"
                    + again.get("id").asText() + "'");
        }
        sandbox.assertRefused(cancelling(again), "counter-cancel-too-late");
    }

    @Test
    void whoeverPaysTwentyTimesAtOncePaysOnce() throws Exception {
        Payer walkIn = payer(bank, People.next(), 100, 100);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Call call = paying(walkIn, "r-" + walkIn.worker.substring(20) + "-" + i, DUE_FEN);
                answers.add(threads.submit(() -> sandbox.wire().send(call)));
            }
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 201).containsOnly(409);
        assertThat(sandbox.count(
                        "select count(*) from counter_payment c join payout p on p.id = c.payout_id where p.worker_id = '"
                                + walkIn.worker + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoeverCrashedFindsThePaymentUnderTheSameKeyOrTheOwnReference() {
        int n = People.next();
        Payer walkIn = payer(bank, n, 100, 100);
        assertThat(found("crash-" + n)).isEmpty();
        String key = TestSandbox.key();
        Call unsigned = bank.unsigned("POST", "/v1/counter-payments", body(walkIn, "crash-" + n, DUE_FEN))
                .with("idempotency-key", key);
        String before = Counters.context(Counters.TERMINAL, teller, "pay");
        JsonNode first = sandbox.accepted(Counters.at(bank, unsigned, before), 201);
        String after = before.replace("visit-1", "visit-2");
        assertThat(sandbox.accepted(Counters.at(bank, unsigned, after), 201)).isEqualTo(first);
        assertThat(found("crash-" + n).findValuesAsText("id"))
                .containsExactly(first.get("id").asText());
        assertThat(sandbox.accepted(
                                sandbox.partner("jialing-bank").get("/v1/counter-payments?partnerReference=crash-" + n),
                                200)
                        .get("items"))
                .isEmpty();
    }

    private JsonNode found(String reference) {
        return sandbox.accepted(bank.get("/v1/counter-payments?partnerReference=" + reference), 200)
                .get("items");
    }

    @Test
    void aMonthThatIsWithheldDirectlyOwesNothing() {
        int n = People.next();
        Payer walkIn = payer(bank, n, 100, 100);
        JsonNode before = sandbox.accepted(due(walkIn), 200);
        Insured rider = insuring.insured(sandbox.delivery(), "44", n);
        sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/withholdings",
                                People.order(
                                        rider, before.at("/months/0/period").asText(), DUE_FEN)),
                202);
        JsonNode due = sandbox.accepted(due(walkIn), 200);
        assertThat(due.get("amountFen").asLong()).isZero();
        assertThat(due.at("/months/0/amountFen").asLong()).isZero();
        sandbox.assertRefused(paying(walkIn, "direct-" + n, DUE_FEN), "period-already-withheld");
    }

    @Test
    void eachThatMayNotHasItsOwnCode() {
        int n = People.next();
        Payer walkIn = payer(bank, n, 100, 100);
        Call unsigned = bank.unsigned("POST", "/v1/counter-payments", body(walkIn, "x-" + n, DUE_FEN))
                .with("idempotency-key", TestSandbox.key());
        sandbox.assertRefused(bank.signed(unsigned), "counter-context-missing");
        sandbox.assertRefused(
                Counters.at(bank, unsigned, Counters.context(Counters.TERMINAL, teller, "status")),
                "counter-context-missing");
        sandbox.assertRefused(bank.get("/v1/counter-payments/cpm_none"), "counter-payment-not-found");
        JsonNode paid = sandbox.accepted(paying(walkIn, "y-" + n, DUE_FEN), 201);
        sandbox.assertRefused(
                sandbox.partner("jialing-bank")
                        .get("/v1/counter-payments/" + paid.get("id").asText()),
                "counter-payment-not-found");
        String direct = sandbox.accepted(bank.post("/v1/mandates", People.mandate(walkIn.worker, "44", 200_000)), 201)
                .get("id")
                .asText();
        sandbox.assertRefused(paying(new Payer(walkIn.worker, direct), "z-" + n, DUE_FEN), "mandate-not-for-payouts");
    }

    @Test
    void ofAWrongCodeNothingIsTold() {
        Response unknown = receipt(sandbox.gateway() + "/receipts/00000000000000000000");
        Response malformed = receipt(sandbox.gateway() + "/receipts/%3Cscript%3E");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(malformed.statusCode()).isEqualTo(404);
        Response typed = receipt(sandbox.gateway() + "/receipts?code=%22%3E%3Cscript%3E");
        assertThat(malformed.asString())
                .isEqualTo(unknown.asString())
                .isEqualTo(typed.asString())
                .doesNotContain("script");
    }

    private void assertReceipt(JsonNode payment, String amount, String state, int n) {
        Response page = receipt(payment.get("receiptUrl").asText());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        String url = payment.get("receiptUrl").asText();
        String code = url.substring(url.lastIndexOf('/') + 1);
        assertThat(receipt(sandbox.gateway() + "/receipts?code=" + code.toUpperCase(Locale.ROOT))
                        .asString())
                .as("typed from the paper, in capitals")
                .isEqualTo(page.asString());
        assertThat(page.asString())
                .contains(amount, state, "南岭银行", "<svg class=\"qr\"", url)
                .doesNotContain(People.citizenNumber(n))
                .doesNotContain(payment.get("workerId").asText());
    }

    private static Response receipt(String url) {
        return given().relaxedHTTPSValidation().urlEncodingEnabled(false).get(url);
    }

    private Call due(Payer payer) {
        return Counters.at(
                bank,
                bank.unsigned(
                        "GET", "/v1/counter-payments/due?workerId=" + payer.worker + "&mandateId=" + payer.mandate, ""),
                Counters.context(Counters.TERMINAL, teller, "pay"));
    }

    private Call paying(Payer payer, String reference, long fen) {
        return Counters.at(
                bank,
                bank.unsigned("POST", "/v1/counter-payments", body(payer, reference, fen))
                        .with("idempotency-key", TestSandbox.key()),
                Counters.context(Counters.TERMINAL, teller, "pay"));
    }

    private static String body(Payer payer, String reference, long fen) {
        return "{\"partnerReference\":\"%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":%d,\"means\":\"CASH\"}"
                .formatted(reference, payer.worker, payer.mandate, fen);
    }

    private Call cancelling(JsonNode payment) {
        return Counters.at(
                bank,
                bank.unsigned(
                                "POST",
                                "/v1/counter-payments/" + payment.get("id").asText() + "/cancellation",
                                "")
                        .with("idempotency-key", TestSandbox.key()),
                Counters.context(Counters.TERMINAL, teller, "pay"));
    }

    private Payer payer(ByHand partner, int n, int share, int percent) {
        String worker = insuring.enrolled(partner, "44", n);
        String mandate = People.mandate(worker, "44", 200_000)
                .replace(
                        "\"capFen\"",
                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":" + share + ",\"payoutPercent\":" + percent
                                + "},\"capFen\"");
        return new Payer(
                worker,
                sandbox.accepted(partner.post("/v1/mandates", mandate), 201)
                        .get("id")
                        .asText());
    }

    private record Payer(String worker, String mandate) {}
}
