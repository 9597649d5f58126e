package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.RestAssured;
import io.tongban.sandbox.launcher.CutOffs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bank's day: it stays open while a row differs, is signed when none does, and never changes then. */
@ExtendWith(RunningSandbox.class)
class CounterDayTest {
    /** Of no other test: a day that is closed stays closed. */
    private static final String BANK = "jialing-bank";

    private static final String POINT = "jl-01-t1";
    private static final LocalDate TODAY = Counters.today();

    private final TestSandbox sandbox;
    private final Counters counters;
    private final ByHand bank;
    private final Insuring insuring;

    CounterDayTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
        bank = sandbox.partner(BANK);
        insuring = new Insuring(sandbox);
    }

    @Test
    void aDayIsClosedOnceItBalancesAndNothingChangesItThen() throws Exception {
        counters.furnish();
        String teller = counters.operator(BANK, "TELLER", "jl-01");
        int n = People.next();
        // First, for it closes the month of all that is held by then.
        JsonNode half = halfReturned("day-0-" + n, teller);
        String one = paid("day-1-" + n, teller, "CASH");
        String two = paid("day-2-" + n, teller, "CARD");
        sandbox.accepted(
                Counters.at(
                        bank,
                        bank.unsigned("POST", "/v1/counter-payments/" + two + "/cancellation", "")
                                .with("idempotency-key", TestSandbox.key()),
                        Counters.context(POINT, teller, "pay")),
                200);
        long taken = half.get("amountFen").asLong();
        String zero = row("day-0-" + n, "TAKEN", "CASH", teller, taken);
        String first = row("day-1-" + n, "TAKEN", "CASH", teller, 110_200);
        String second = row("day-2-" + n, "TAKEN", "CARD", teller, 110_200);
        String back = row("day-2-" + n, "CANCELLED", "CARD", teller, 110_200);

        JsonNode open =
                sandbox.accepted(closing(TODAY, zero + "," + first.replace("110200", "110201") + "," + second), 200);
        assertThat(open.get("state").asText()).isEqualTo("OPEN");
        assertThat(open.path("jws").isMissingNode() || open.path("jws").isNull())
                .isTrue();
        assertThat(open.get("differences").findValuesAsText("kind")).containsExactly("OTHERWISE", "NOT_REPORTED");
        assertThat(open.get("differences").findValuesAsText("partnerReference"))
                .containsExactly("day-1-" + n, "day-2-" + n);

        JsonNode closed = sandbox.accepted(closing(TODAY, zero + "," + first + "," + second + "," + back), 200);
        assertThat(closed.get("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.get("differences")).isEmpty();
        assertThat(closed.get("lines")).hasSize(5);
        assertThat(line(closed, "CONFIRMED").get("amountFen").asLong()).isEqualTo(fen(half, "AAE140:110"));
        assertThat(line(closed, "RETURNED").get("amountFen").asLong()).isEqualTo(fen(half, "AAE140:310"));
        assertSigned(closed);
        sandbox.assertRefused(closing(TODAY, first), "counter-day-closed");
        sandbox.assertRefused(
                Counters.at(
                        bank,
                        bank.unsigned("POST", "/v1/counter-payments/" + one + "/cancellation", "")
                                .with("idempotency-key", TestSandbox.key()),
                        Counters.context(POINT, teller, "pay")),
                "counter-cancel-too-late");

        paid("day-3-" + n, teller, "CASH");
        JsonNode read = sandbox.accepted(bank.get("/v1/counter-days/" + TODAY), 200);
        assertThat(read.get("csv")).isEqualTo(closed.get("csv"));
        assertThat(read.get("jws")).isEqualTo(closed.get("jws"));
        assertThat(read.get("lines")).hasSize(5);
        assertThat(sandbox.count("select count(*) from counter_payment where client_id = '" + BANK
                        + "' and day = date '" + TODAY.plusDays(1) + "'"))
                .as("what comes later belongs to the next day")
                .isEqualTo(1);
        sandbox.assertRefused(closing(TODAY.plusDays(2), first), "counter-day-in-future");
        sandbox.assertRefused(bank.get("/v1/counter-days/2026-02-30"), "date-invalid");
        sandbox.assertRefused(bank.post("/v1/counter-days/" + TODAY.minusDays(1) + "/closing", "{}"), "field-missing");
    }

    /** A platform completes the month of the pension, nobody that of medical insurance: the province books the one. */
    private JsonNode halfReturned(String reference, String teller) throws Exception {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), "31", n);
        String platforms = mandate(sandbox.delivery(), worker, "31", 800_000, 50, "\"AAE140:110\"");
        JsonNode payout = sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/payouts",
                                "{\"payouts\":[{\"partnerReference\":\"%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"paidOn\":\"%s\",\"earnedFen\":5000000}]}"
                                        .formatted(reference, worker, platforms, TODAY)),
                201);
        String walkIn = insuring.enrolled(bank, "31", n);
        String mandate = mandate(bank, walkIn, "31", 800_000, 50, "\"AAE140:110\",\"AAE140:310\"");
        long owed = sandbox.accepted(
                        Counters.at(
                                bank,
                                bank.unsigned(
                                        "GET",
                                        "/v1/counter-payments/due?workerId=" + walkIn + "&mandateId=" + mandate,
                                        ""),
                                Counters.context(POINT, teller, "pay")),
                        200)
                .get("amountFen")
                .asLong();
        JsonNode paid = sandbox.accepted(paying(reference, teller, "CASH", walkIn, mandate, owed), 201);
        assertThat(paid.get("parts").findValuesAsText("state")).containsExactly("TAKEN", "TAKEN");

        new CutOffs(sandbox.stack().postgres())
                .passed(YearMonth.parse(payout.at("/payouts/0/parts/0/period").asText()));

        JsonNode half = sandbox.await(
                bank,
                "/v1/counter-payments/" + paid.get("id").asText(),
                read -> List.of("PAID", "TO_RETURN").equals(read.get("parts").findValuesAsText("state")));
        assertThat(half.get("state").asText()).isEqualTo("PARTLY_TO_RETURN");
        assertThat(half.get("toReturnFen").asLong()).isEqualTo(fen(half, "AAE140:310"));
        assertThat(RestAssured.get(half.get("receiptUrl").asText()).asString()).contains("部分退还", "已入账", "款项退还");
        return half;
    }

    private static long fen(JsonNode payment, String insurance) {
        for (JsonNode part : payment.get("parts")) {
            if (part.get("insurance").asText().equals(insurance)) {
                return part.get("amountFen").asLong();
            }
        }
        throw new AssertionError("No part for " + insurance);
    }

    private static JsonNode line(JsonNode day, String operation) {
        for (JsonNode line : day.get("lines")) {
            if (line.get("operation").asText().equals(operation)) {
                return line;
            }
        }
        throw new AssertionError("No line of " + operation);
    }

    private void assertSigned(JsonNode closed) throws Exception {
        JWSObject jws = JWSObject.parse(closed.get("jws").asText());
        JWKSet keys = JWKSet.parse(RestAssured.get(sandbox.stack().gateway() + "/.well-known/jwks.json")
                .asString());
        assertThat(jws.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey())))
                .isTrue();
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(closed.get("csv").asText().getBytes(StandardCharsets.UTF_8));
        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("csvSha256", HexFormat.of().formatHex(digest))
                .containsEntry("sub", TODAY.toString())
                .containsEntry("partner", BANK);
    }

    private String paid(String reference, String teller, String means) {
        String worker = insuring.enrolled(bank, "44", People.next());
        String mandate = mandate(bank, worker, "44", 551_000, 100, "\"AAE140:110\"");
        return sandbox.accepted(paying(reference, teller, means, worker, mandate, 110_200), 201)
                .get("id")
                .asText();
    }

    private String mandate(ByHand partner, String worker, String province, long base, int share, String insurances) {
        return sandbox.accepted(
                        partner.post(
                                "/v1/mandates",
                                People.mandate(worker, province, 200_000)
                                        .replace("\"AAE140:110\"", insurances)
                                        .replace(
                                                "\"capFen\"",
                                                "\"payouts\":{\"baseFen\":" + base + ",\"sharePercent\":" + share
                                                        + ",\"payoutPercent\":100},\"capFen\"")),
                        201)
                .get("id")
                .asText();
    }

    private Call paying(String reference, String teller, String means, String worker, String mandate, long fen) {
        Call unsigned = bank.unsigned(
                        "POST",
                        "/v1/counter-payments",
                        "{\"partnerReference\":\"%s\",\"workerId\":\"%s\",\"mandateId\":\"%s\",\"amountFen\":%d,\"means\":\"%s\"}"
                                .formatted(reference, worker, mandate, fen, means))
                .with("idempotency-key", TestSandbox.key());
        return Counters.at(bank, unsigned, Counters.context(POINT, teller, "pay"));
    }

    private static String row(String reference, String operation, String means, String operator, long fen) {
        return "{\"partnerReference\":\"%s\",\"operation\":\"%s\",\"means\":\"%s\",\"point\":\"%s\",\"operator\":\"%s\",\"amountFen\":%d}"
                .formatted(reference, operation, means, POINT, operator, fen);
    }

    private Call closing(LocalDate day, String rows) {
        return bank.post("/v1/counter-days/" + day + "/closing", "{\"entries\":[" + rows + "]}");
    }
}
