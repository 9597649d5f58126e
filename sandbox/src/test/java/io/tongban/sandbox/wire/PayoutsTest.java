package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.launcher.CutOffs;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One month of one person, held back by two platforms from payouts, and one contribution in the province's own ledger. */
@OverEachTransport({Transport.HTTP_1_1_CLEAR, Transport.HTTP_2_TLS})
class PayoutsTest {
    private static final long DUE_FEN = 110_200;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    /** After the cut-off day of last month, so that it is for last month. */
    private static final LocalDate PAID_ON = TODAY.minusMonths(1).withDayOfMonth(20);

    private final TestSandbox sandbox;
    private final Insuring insuring;

    PayoutsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void twoPlatformsOneMonthOneContribution() throws Exception {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, 60);
        Rider two = rider(sandbox.ride(), n, 40);

        JsonNode first = one.reported("p-" + n, 300_000);
        JsonNode second = one.reported("p2-" + n, 300_000);
        JsonNode third = two.reported("p-" + n, 200_000);

        assertThat(first.get("holdFen").asLong()).isEqualTo(60_000);
        assertThat(second.get("holdFen").asLong()).isEqualTo(6_120);
        assertThat(third.get("holdFen").asLong()).isEqualTo(40_000);
        JsonNode fourth = two.reported("p2-" + n, 200_000);
        assertThat(fourth.get("holdFen").asLong()).isEqualTo(4_080);
        assertThat(fourth.at("/parts/0/heldFen").asLong()).isEqualTo(44_080);
        assertThat(fourth.at("/parts/0/rule").asText()).isEqualTo("00-pension-flexible-rate");
        assertThat(fourth.at("/parts/0/text").asText()).contains("40.80 yuan", PAID_ON.toString());
        assertThat(fourth.at("/parts/0/textZh").asText()).contains("40.80元", "企业职工基本养老保险");

        // Each sees in the status what it holds itself, and no word of the other.
        assertThat(one.pension().at("/collecting").findValuesAsText("heldFen")).containsExactly("66120");
        assertThat(two.pension().at("/collecting").findValuesAsText("heldFen")).containsExactly("44080");
        assertThat(one.pension().at("/collecting/0/period").asText())
                .isEqualTo(YearMonth.from(PAID_ON).toString());
        assertThat(one.pension().at("/byRule/beingCollected/0").asText())
                .isEqualTo(YearMonth.from(PAID_ON).toString());
        assertThat(one.pension().at("/byRule/text/en").asText()).contains("being collected, not confirmed yet");

        new CutOffs(sandbox.stack().postgres()).passed(YearMonth.from(PAID_ON));

        for (JsonNode payout : List.of(first, second)) {
            one.awaitState(payout, "PAID");
        }
        two.awaitState(third, "PAID");
        two.awaitState(fourth, "PAID");
        assertThat(first.get("revision").asLong()).isEqualTo(1);
        assertThat(one.awaitState(first, "PAID").get("revision").asLong()).isEqualTo(2);
        assertThat(sandbox.province("44").ledger().bookingsOf(People.citizenNumber(n)))
                .singleElement()
                .satisfies(booking -> assertThat(booking.amountFen()).isEqualTo(DUE_FEN));
        // Neither platform has a withholding to see.
        for (Rider rider : List.of(one, two)) {
            assertThat(sandbox.accepted(rider.partner.get("/v1/withholdings?workerId=" + rider.worker), 200)
                            .get("items"))
                    .isEmpty();
        }
        sandbox.assertRefused(one.report("p3-" + n, 1_000, PAID_ON.toString()), "payout-month-closed");
        assertThat(one.pension().get("collecting")).isEmpty();
        assertThat(one.pension().at("/byRule/paidThrough").asText())
                .isEqualTo(YearMonth.from(PAID_ON).toString());
    }

    /** What medical insurance costs a flexible worker in Guangdong is in no source. */
    @Test
    void anInsuranceThatCannotBeTakenIsLeftOutAndTheOthersAreTaken() {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, 60, "\"AAE140:110\",\"AAE140:310\"");

        JsonNode payout = one.reported("l-" + n, 100_000);

        assertThat(payout.get("holdFen").asLong()).isEqualTo(20_000);
        assertThat(payout.get("parts").findValuesAsText("insurance")).containsExactly("AAE140:110");
        assertThat(payout.at("/leftOut/0/insurance").asText()).isEqualTo("AAE140:310");
        assertThat(payout.at("/leftOut/0/reason/code").asText()).isEqualTo("rule-unknown");
    }

    @Test
    void whatIsTooLittleGoesBackAndNothingReachesTheProvince() throws Exception {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, 50);
        JsonNode payout = one.reported("p-" + n, 300_000);

        new CutOffs(sandbox.stack().postgres()).passed(YearMonth.from(PAID_ON));

        JsonNode returned = one.awaitState(payout, "TO_RETURN");
        assertThat(returned.at("/parts/0/reason/code").asText()).isEqualTo("month-incomplete");
        assertThat(sandbox.province("44").ledger().bookingsOf(People.citizenNumber(n)))
                .isEmpty();
    }

    @Test
    void twoHundredPayoutsOfOnePersonAreOneOrderOfParts() throws Exception {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, 100);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        Set<Long> sums = new TreeSet<>();
        long held = 0;
        try {
            List<Future<JsonNode>> reports = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String reference = "c-" + n + "-" + i;
                reports.add(threads.submit(() -> one.reported(reference, 2_000)));
            }
            for (Future<JsonNode> report : reports) {
                JsonNode payout = report.get();
                held += payout.get("holdFen").asLong();
                sums.add(payout.at("/parts/0/heldFen").asLong());
            }
        } finally {
            threads.shutdownNow();
        }
        // 20 percent of each is 400 fen: all stand in one line.
        assertThat(held).isEqualTo(80_000);
        assertThat(sums).hasSize(200).contains(400L, 80_000L);
    }

    @Test
    void aMandateSaysWhetherThePlatformMakesUpWhatIsMissing() {
        String worker = insuring.enrolled(sandbox.delivery(), "44", People.next());
        String mandate = People.mandate(worker, "44", 200_000)
                .replace(
                        "\"capFen\"",
                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":50,\"payoutPercent\":20,\"makesUp\":true},\"capFen\"");
        JsonNode granted = sandbox.accepted(sandbox.delivery().post("/v1/mandates", mandate), 201);

        assertThat(granted.at("/payouts/makesUp").asBoolean()).isTrue();
        assertThat(sandbox.accepted(
                                sandbox.delivery()
                                        .get("/v1/mandates/" + granted.get("id").asText()),
                                200)
                        .at("/payouts"))
                .isEqualTo(granted.get("payouts"));
        for (String no : List.of(",\"makesUp\":false", "")) {
            String other = People.mandate(worker, "44", 200_000)
                    .replace(
                            "\"capFen\"",
                            "\"payouts\":{\"baseFen\":551000,\"sharePercent\":50,\"payoutPercent\":20" + no
                                    + "},\"capFen\"");
            JsonNode says = sandbox.accepted(sandbox.delivery().post("/v1/mandates", other), 201)
                    .at("/payouts/makesUp");
            assertThat(says.isBoolean()).isTrue();
            assertThat(says.asBoolean()).isFalse();
        }
    }

    @Test
    void aRepeatedPayoutIsToldAndCountsOnce() {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, 100);
        Call call = one.report("r-" + n, 100_000, PAID_ON.toString());
        JsonNode first = sandbox.accepted(call, 201);
        JsonNode replay = sandbox.accepted(
                sandbox.delivery()
                        .post("/v1/payouts", one.body("r-" + n, 100_000, PAID_ON.toString()), one.key("r-" + n)),
                201);
        assertThat(replay).isEqualTo(first);

        Answer refused = sandbox.assertRefused(
                sandbox.delivery().post("/v1/payouts", one.body("r-" + n, 100_000, PAID_ON.toString())),
                "payout-already-reported");
        assertThat(refused.text("pointer")).isEqualTo("/payouts/0/partnerReference");
        JsonNode found = sandbox.accepted(sandbox.delivery().get("/v1/payouts?partnerReference=r-" + n), 200);
        assertThat(found.get("items")).hasSize(1);
        assertThat(found.at("/items/0")).isEqualTo(first.at("/payouts/0"));
        sandbox.assertRefused(
                sandbox.ride().get("/v1/payouts/" + first.at("/payouts/0/id").asText()), "payout-not-found");
    }

    @Test
    void refusesEachWithItsOwnCode() {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, 100);

        sandbox.assertRefused(one.report("x-" + n, 0, PAID_ON.toString()), "income-implausible");
        sandbox.assertRefused(one.report("x-" + n, -1, PAID_ON.toString()), "income-implausible");
        sandbox.assertRefused(one.report("x-" + n, 9_007_199_254_740_991L, PAID_ON.toString()), "income-implausible");
        sandbox.assertRefused(one.report("x-" + n, 1_000, TODAY.plusDays(2).toString()), "payout-in-future");
        sandbox.assertRefused(one.report("x-" + n, 1_000, "2026-02-29"), "date-invalid");
        sandbox.assertRefused(one.report("x-" + n, 1_000, "2025-12-10"), "mandate-not-covering");
        sandbox.assertRefused(
                one.report(
                        "x-" + n, 1_000, TODAY.minusMonths(5).withDayOfMonth(10).toString()),
                "payout-month-closed");
        String direct = sandbox.accepted(
                        sandbox.delivery().post("/v1/mandates", People.mandate(one.worker, "44", 200_000)), 201)
                .get("id")
                .asText();
        sandbox.assertRefused(
                new Rider(one.partner, one.worker, direct).report("x-" + n, 1_000, PAID_ON.toString()),
                "mandate-not-for-payouts");
        sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/mandates/" + one.mandate + "/revocation",
                                "{\"revokedAt\":\"" + TODAY.minusDays(1) + "T00:00:00Z\"}"),
                200);
        sandbox.assertRefused(one.report("x-" + n, 1_000, PAID_ON.toString()), "mandate-revoked");
    }

    private Rider rider(ByHand partner, int n, int share) {
        return rider(partner, n, share, "\"AAE140:110\"");
    }

    private Rider rider(ByHand partner, int n, int share, String insurances) {
        String worker = insuring.enrolled(partner, "44", n);
        String mandate = People.mandate(worker, "44", 200_000)
                .replace("\"AAE140:110\"", insurances)
                .replace(
                        "\"capFen\"",
                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":" + share
                                + ",\"payoutPercent\":20},\"capFen\"");
        return new Rider(
                partner,
                worker,
                sandbox.accepted(partner.post("/v1/mandates", mandate), 201)
                        .get("id")
                        .asText());
    }

    /** A worker of a platform with a mandate. */
    private final class Rider {
        private final ByHand partner;
        private final String worker;
        private final String mandate;

        Rider(ByHand partner, String worker, String mandate) {
            this.partner = partner;
            this.worker = worker;
            this.mandate = mandate;
        }

        String body(String reference, long earnedFen, String paidOn) {
            return "{\"payouts\":[{\"partnerReference\":\"" + reference + "\",\"workerId\":\"" + worker
                    + "\",\"mandateId\":\"" + mandate + "\",\"paidOn\":\"" + paidOn + "\",\"earnedFen\":" + earnedFen
                    + "}]}";
        }

        String key(String reference) {
            return "key-" + reference;
        }

        Call report(String reference, long earnedFen, String paidOn) {
            return partner.post("/v1/payouts", body(reference, earnedFen, paidOn), key(reference));
        }

        JsonNode reported(String reference, long earnedFen) {
            return sandbox.accepted(report(reference, earnedFen, PAID_ON.toString()), 201)
                    .at("/payouts/0");
        }

        JsonNode pension() {
            return sandbox.accepted(partner.get("/v1/workers/" + worker + "/status"), 200)
                    .at("/insurances/0");
        }

        JsonNode awaitState(JsonNode payout, String state) {
            return sandbox.await(
                    partner,
                    "/v1/payouts/" + payout.get("id").asText(),
                    read -> read.at("/parts/0/state").asText().equals(state));
        }
    }
}
