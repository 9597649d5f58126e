package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.launcher.CutOffs;
import io.tongban.sdk.OfflineInstruction;
import io.tongban.sdk.Receipts;
import io.tongban.sdk.VerifiedPayoutReceipt;
import io.tongban.sdk.key.GatewayKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Payouts that were made while a platform was offline, by an instruction that it kept; floors and limits of the worker. */
@OverEachTransport
class OfflinePayoutsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long DUE_FEN = 110_200;

    private final TestSandbox sandbox;
    private final Insuring insuring;

    OfflinePayoutsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void anInstructionIsSignedAppliedOfflineAndReported() throws Exception {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, "\"sharePercent\":60,\"payoutPercent\":30,\"floorFen\":40000");
        JsonNode told = one.instructed();
        OfflineInstruction offline = OfflineInstruction.open(told.get("jws").asText(), keys());

        assertThat(told.get("capFen").asLong()).isEqualTo(66_120);
        assertThat(offline.instruction().capFen()).isEqualTo(66_120);
        assertThat(offline.instruction().instructionId())
                .isEqualTo(told.get("id").asText());
        assertThat(offline.instruction().workerId()).isEqualTo(one.worker);
        long byFloor = offline.hold(50_000);
        long byRate = offline.hold(100_000);
        assertThat(byFloor).isEqualTo(10_000);
        assertThat(byRate).isEqualTo(30_000);

        String id = offline.instruction().instructionId();
        assertThat(one.reported("o-" + n, 50_000, id, byFloor).get("holdFen").asLong())
                .isEqualTo(10_000);
        JsonNode second = one.reported("o2-" + n, 100_000, id, byRate);
        assertThat(second.get("holdFen").asLong()).isEqualTo(30_000);
        assertThat(second.at("/parts/0/heldFen").asLong()).isEqualTo(40_000);
        assertThat(second.get("returnFen").asLong()).isZero();
        assertThat(second.at("/heldUnder/heldFen").asLong()).isEqualTo(30_000);
    }

    @Test
    void aReportThatComesLateGivesBackWhatFindsNoRoomAndLeavesTheOtherPlatformAlone() throws Exception {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, "\"sharePercent\":100,\"payoutPercent\":100");
        Rider two = rider(sandbox.ride(), n, "\"sharePercent\":100,\"payoutPercent\":100");
        String id = one.instructed().get("id").asText();
        JsonNode others = two.reported("t-" + n, 90_000, null, 0);

        JsonNode late = one.reported("l-" + n, 50_000, id, 50_000);

        assertThat(late.get("holdFen").asLong()).isEqualTo(DUE_FEN - 90_000);
        assertThat(late.get("returnFen").asLong()).isEqualTo(50_000 - (DUE_FEN - 90_000));
        assertThat(late.at("/returns/0/reason/code").asText()).isEqualTo("contribution-surplus");
        assertThat(late.at("/returns/0/text").asText())
                .contains("298.00 yuan", late.get("paidOn").asText());
        assertThat(late.at("/returns/0/textZh").asText()).contains("298.00元");
        assertThat(two.read(others)).isEqualTo(others);
        VerifiedPayoutReceipt receipt = Receipts.verifyPayout(
                sandbox.accepted(
                                sandbox.delivery()
                                        .get("/v1/payouts/" + late.get("id").asText() + "/receipt"),
                                200)
                        .get("jws")
                        .asText(),
                keys());
        assertThat(receipt.holdFen()).isEqualTo(late.get("holdFen").asLong());
        assertThat(receipt.returns())
                .singleElement()
                .satisfies(returned -> assertThat(returned.amountFen()).isEqualTo(29_800));
        sandbox.assertRefused(
                sandbox.ride().get("/v1/payouts/" + late.get("id").asText() + "/receipt"), "payout-not-found");
    }

    @Test
    void aReportAfterTheMonthWasClosedGivesBackAllAndTheProvinceHasOneContribution() throws Exception {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, "\"sharePercent\":50,\"payoutPercent\":100");
        Rider two = rider(sandbox.ride(), n, "\"sharePercent\":100,\"payoutPercent\":100");
        JsonNode told = one.instructed();
        JsonNode whole = two.reported("w-" + n, 200_000, null, 0);
        new CutOffs(sandbox.stack().postgres())
                .passed(YearMonth.parse(told.get("period").asText()));
        two.awaitPaid(whole);

        JsonNode late = one.reported("l-" + n, 30_000, told.get("id").asText(), 30_000);

        assertThat(late.get("parts")).isEmpty();
        assertThat(late.get("holdFen").asLong()).isZero();
        assertThat(late.get("returnFen").asLong()).isEqualTo(30_000);
        assertThat(late.at("/returns/0/reason/code").asText()).isEqualTo("payout-month-closed");
        assertThat(sandbox.province("44").ledger().bookingsOf(People.citizenNumber(n)))
                .singleElement()
                .satisfies(booking -> assertThat(booking.amountFen()).isEqualTo(DUE_FEN));
    }

    @Test
    void theWorkersLimitIsToldToNobodyAndHoldsForAll() {
        int n = People.next();
        rider(sandbox.delivery(), n, "\"sharePercent\":50,\"payoutPercent\":100,\"limitFen\":110199");
        Rider two = rider(sandbox.ride(), n, "\"sharePercent\":50,\"payoutPercent\":100");

        Answer refused = sandbox.assertRefused(two.report("x-" + n, 50_000, null, 0), "worker-limit-reached");
        assertThat(refused.text("detail")).doesNotContain("110199");
        sandbox.assertRefused(two.ask(), "worker-limit-reached");
        assertThat(sandbox.accepted(sandbox.ride().get("/v1/mandates/" + two.mandate), 200)
                        .at("/payouts/limitFen")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void refusesWhatNoInstructionStandsBehind() {
        int n = People.next();
        Rider one = rider(sandbox.delivery(), n, "\"sharePercent\":50,\"payoutPercent\":100");
        Rider two = rider(sandbox.ride(), n, "\"sharePercent\":50,\"payoutPercent\":100");
        String id = one.instructed().get("id").asText();

        sandbox.assertRefused(one.report("x-" + n, 1_000, "pin_none", 1), "instruction-not-found");
        sandbox.assertRefused(two.report("x-" + n, 1_000, id, 1), "instruction-not-found");
        sandbox.assertRefused(one.report("x-" + n, 1_000, id, 1_001), "income-implausible");
        sandbox.assertRefused(one.report("x-" + n, 1_000, id, -1), "field-invalid");
        sandbox.accepted(one.report("x-" + n, 1_000, id, 1_000), 201);
        sandbox.assertRefused(one.report("x-" + n, 1_000, id, 1_000), "payout-already-reported");
    }

    private GatewayKeys keys() throws Exception {
        return GatewayKeys.parse(sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""))
                .json()
                .toString());
    }

    private Rider rider(ByHand partner, int n, String terms) {
        String worker = insuring.enrolled(partner, "44", n);
        String mandate = People.mandate(worker, "44", 200_000)
                .replace("\"capFen\"", "\"payouts\":{\"baseFen\":551000," + terms + "},\"capFen\"");
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
        private LocalDate day = LocalDate.now(SHANGHAI);

        Rider(ByHand partner, String worker, String mandate) {
            this.partner = partner;
            this.worker = worker;
            this.mandate = mandate;
        }

        Call ask() {
            return partner.post(
                    "/v1/payouts/instructions", "{\"workerId\":\"" + worker + "\",\"mandateId\":\"" + mandate + "\"}");
        }

        /** It holds for payouts of its first day on, whatever day it is when they are reported. */
        JsonNode instructed() {
            JsonNode told = sandbox.accepted(ask(), 201);
            day = LocalDate.ofInstant(Instant.parse(told.get("validFrom").asText()), SHANGHAI);
            return told;
        }

        /** @param instruction null where nothing was held before */
        Call report(String reference, long earnedFen, @Nullable String instruction, long heldFen) {
            String held = instruction == null
                    ? ""
                    : ",\"heldUnder\":{\"instructionId\":\"" + instruction + "\",\"heldFen\":" + heldFen + "}";
            return partner.post(
                    "/v1/payouts",
                    "{\"payouts\":[{\"partnerReference\":\"" + reference + "\",\"workerId\":\"" + worker
                            + "\",\"mandateId\":\"" + mandate + "\",\"paidOn\":\"" + day + "\",\"earnedFen\":"
                            + earnedFen
                            + held + "}]}");
        }

        JsonNode reported(String reference, long earnedFen, @Nullable String instruction, long heldFen) {
            return sandbox.accepted(report(reference, earnedFen, instruction, heldFen), 201)
                    .at("/payouts/0");
        }

        JsonNode read(JsonNode payout) {
            return sandbox.accepted(
                    partner.get("/v1/payouts/" + payout.get("id").asText()), 200);
        }

        void awaitPaid(JsonNode payout) {
            sandbox.await(
                    partner,
                    "/v1/payouts/" + payout.get("id").asText(),
                    read -> read.at("/parts/0/state").asText().equals("PAID"));
        }
    }
}
