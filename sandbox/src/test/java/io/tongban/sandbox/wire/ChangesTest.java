package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.InsuranceEntry;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.wire.People.Insured;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Insurances are paused, resumed, ended and enrolled for again, and the province's own books say the same. */
@ExtendWith(RunningSandbox.class)
class ChangesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final YearMonth MONTH = YearMonth.from(TODAY);
    /** After the cut-off day of every shipped province, and before the month's end. */
    private static final YearMonth EARLIEST = TODAY.getDayOfMonth() > 15 ? MONTH.plusMonths(1) : MONTH;

    private static final YearMonth LATER = EARLIEST.plusMonths(1);

    private final TestSandbox sandbox;
    private final Insuring insuring;

    ChangesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    /** One province of each dialect. */
    @ParameterizedTest
    @ValueSource(strings = {"44", "51", "41", "33", "43", "34"})
    void pausesAndResumesInEachDialect(String province) {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), province, n);

        JsonNode paused = settled(worker, ordered(worker, change(n + "-p", province, "PAUSE", null, null)));
        JsonNode resumed = settled(worker, ordered(worker, change(n + "-r", province, "RESUME", LATER, null)));

        assertThat(paused.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(paused.get("from").asText()).isEqualTo(EARLIEST.toString());
        assertThat(paused.get("provinceReceipt").asText()).isNotBlank();
        assertThat(resumed.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(changesOf(province, n))
                .extracting(InsuranceEntry::change, InsuranceEntry::kind, InsuranceEntry::from)
                .containsExactly(
                        tuple(Transaction.PAUSE, "110", EARLIEST.toString()),
                        tuple(Transaction.RESUME, "110", LATER.toString()));
    }

    @Test
    void endsAndEnrolsForSeveralInsurancesByOneOrder() {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), "44", n);
        ordered(worker, order(n + "-e", "44", "END", EARLIEST, null, "\"AAE140:110\",\"AAE140:310\""))
                .forEach(each ->
                        assertThat(settled(worker, each).get("state").asText()).isEqualTo("CONFIRMED"));
        sandbox.assertRefused(
                sandbox.delivery().post(changes(worker), change(n + "-x", "44", "PAUSE", null, null)),
                "insurance-ended");

        JsonNode enrolled = settled(worker, ordered(worker, change(n + "-n", "44", "ENROL", LATER, 551_000L)));
        JsonNode base = settled(worker, ordered(worker, change(n + "-b", "44", "CHANGE_BASE", LATER, 600_000L)));

        assertThat(enrolled.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(base.get("baseFen").asLong()).isEqualTo(600_000);
        assertThat(changesOf("44", n))
                .extracting(InsuranceEntry::change)
                .containsExactly(Transaction.END, Transaction.END, Transaction.ENROL, Transaction.CHANGE_BASE);
        sandbox.assertRefused(
                sandbox.delivery().post(changes(worker), change(n + "-y", "44", "ENROL", LATER, 551_000L)),
                "insurance-enrolled");
        JsonNode listed = sandbox.accepted(sandbox.delivery().get(changes(worker)), 200);
        assertThat(listed.get("items")).hasSize(4);
    }

    @Test
    void refusesEachWithItsOwnCode() {
        int n = People.next();
        Insured insured = insuring.insured(sandbox.delivery(), "44", n);
        String at = changes(insured.workerId());
        refused(at, change(n + "-1", "44", "RESUME", null, null), "insurance-not-paused", "/insurances/0");
        refused(at, change(n + "-2", "44", "PAUSE", EARLIEST.minusMonths(1), null), "change-in-past", "/from");
        refused(at, change(n + "-3", "44", "PAUSE", EARLIEST.plusMonths(13), null), "field-invalid", "/from");
        refused(at, change(n + "-4", "44", "PAUSE", null, 551_000L), "field-invalid", "/baseFen");
        refused(at, change(n + "-5", "44", "ENROL", null, null), "field-missing", "/baseFen");
        refused(at, change(n + "-6", "44", "ENROL", null, 100L), "base-outside-limits", "/baseFen");
        refused(at, change(n + "-7", "44", "CORRECT", null, null), "field-invalid", "/change");
        refused(at, change(n + "-8", "51", "PAUSE", null, null), "worker-not-registered-there", "/province");
        refused(
                at,
                order(n + "-9", "44", "PAUSE", null, null, "\"AAE140:110\",\"AAE140:110\""),
                "field-invalid",
                "/insurances/1");
        refused(
                at,
                order(n + "-a", "44", "PAUSE", null, null, "\"AAE140:510\""),
                "insurance-not-offered",
                "/insurances/0");
        assertThat(changesOf("44", n)).isEmpty();
        sandbox.assertRefused(sandbox.ride().post(at, change(n + "-b", "44", "PAUSE", null, null)), "worker-not-found");
    }

    @Test
    void refusesTheSchemeThatExcludesTheOther() {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), "44", n);
        settled(worker, ordered(worker, change(n + "-1", "44", "ENROL", null, 551_000L)));

        Answer refused = sandbox.assertRefused(
                sandbox.delivery()
                        .post(changes(worker), order(n + "-2", "44", "ENROL", null, 551_000L, "\"AAE140:170\"")),
                "insured-in-other-scheme");

        assertThat(refused.text("detail")).contains("AAE140:110");
    }

    @Test
    void refusesASecondProvinceAndNamesTheTransfer() {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), "44", n);
        settled(worker, ordered(worker, change(n + "-1", "44", "ENROL", null, 551_000L)));
        sandbox.accepted(sandbox.delivery().post("/v1/workers", People.registration(n, "51")), 201);
        sandbox.await(
                sandbox.delivery(),
                "/v1/workers/" + worker,
                read -> read.at("/enrolments/1/state").asText().equals("ENROLLED"));

        Answer refused = sandbox.assertRefused(
                sandbox.delivery().post(changes(worker), change(n + "-2", "51", "ENROL", null, 551_000L)),
                "insured-elsewhere");
        assertThat(refused.text("detail")).contains("转移接续");

        settled(worker, ordered(worker, change(n + "-3", "44", "END", EARLIEST, null)));
        JsonNode here = settled(worker, ordered(worker, change(n + "-4", "51", "ENROL", EARLIEST, 551_000L)));
        assertThat(here.get("state").asText()).isEqualTo("CONFIRMED");
    }

    /** The answer is lost after the province has done it: it is asked for by its serial, and done once. */
    @ParameterizedTest
    @ValueSource(strings = {"44", "51"})
    void isDoneOnceWhereTheAnswerIsLost(String province) {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), province, n);
        sandbox.province(province).faults().next(Fault.CONNECTION_CUT_AFTER_COMMIT, 1, Transaction.PAUSE);

        JsonNode paused = settled(worker, ordered(worker, change(n + "-p", province, "PAUSE", null, null)));

        assertThat(paused.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(changesOf(province, n)).hasSize(1);
    }

    @Test
    void aRepeatedOrderIsAnsweredAsItWasAndDoneOnce() {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), "44", n);
        String body = change(n + "-p", "44", "PAUSE", null, null);
        JsonNode first = sandbox.accepted(sandbox.delivery().post(changes(worker), body, "chg-key-" + n), 202);
        JsonNode again = sandbox.accepted(sandbox.delivery().post(changes(worker), body, "chg-key-" + n), 202);
        assertThat(again).isEqualTo(first);
        sandbox.assertRefused(sandbox.delivery().post(changes(worker), body), "reference-used");
        settled(worker, first.at("/items/0"));
        assertThat(changesOf("44", n)).hasSize(1);
    }

    @Test
    void closesNoMonthThatIsBeingPaid() {
        int n = People.next();
        Insured insured = insuring.insured(sandbox.delivery(), "44", n);
        JsonNode paid = sandbox.accepted(
                sandbox.delivery()
                        .post("/v1/withholdings", People.order(insured, MONTH.toString(), Insuring.AMOUNT_FEN)),
                202);
        insuring.settled(sandbox.delivery(), paid.get("id").asText());
        String at = changes(insured.workerId());
        if (EARLIEST.equals(MONTH)) {
            refused(at, change(n + "-1", "44", "END", MONTH, null), "change-month-paid", "/insurances/0");
        }
        JsonNode ended = settled(
                insured.workerId(),
                ordered(insured.workerId(), change(n + "-2", "44", "END", MONTH.plusMonths(1), null)));
        assertThat(ended.get("state").asText()).isEqualTo("CONFIRMED");
    }

    @Test
    void correctsANameAndWithholdsUnderItFromThenOn() {
        int n = People.next();
        Insured insured = insuring.insured(sandbox.delivery(), "44", n);
        String at = "/v1/workers/" + insured.workerId() + "/corrections";
        sandbox.assertRefused(sandbox.delivery().post(at, correction(n + "-0", "")), "field-missing");
        JsonNode accepted = sandbox.accepted(
                sandbox.delivery().post(at, correction(n + "-1", ",\"name\":\"李秀瑛\",\"mobile\":\"13900000018\"")), 202);
        JsonNode corrected = settled(insured.workerId(), accepted);
        assertThat(corrected.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(corrected.get("change").asText()).isEqualTo("CORRECT");

        JsonNode paid = sandbox.accepted(
                sandbox.delivery()
                        .post("/v1/withholdings", People.order(insured, MONTH.toString(), Insuring.AMOUNT_FEN)),
                202);
        assertThat(insuring.settled(sandbox.delivery(), paid.get("id").asText())
                        .get("state")
                        .asText())
                .isEqualTo("CONFIRMED");
    }

    private JsonNode ordered(String worker, String body) {
        JsonNode items = sandbox.accepted(sandbox.delivery().post(changes(worker), body), 202)
                .get("items");
        return items.size() == 1 ? items.get(0) : items;
    }

    private JsonNode settled(String worker, JsonNode accepted) {
        return sandbox.await(
                sandbox.delivery(),
                changes(worker) + "/" + accepted.get("id").asText(),
                read -> read.path("settledAt").isTextual());
    }

    private void refused(String at, String body, String code, String pointer) {
        Answer answer = sandbox.assertRefused(sandbox.delivery().post(at, body), code);
        assertThat(answer.text("pointer")).isEqualTo(pointer);
    }

    private List<InsuranceEntry> changesOf(String province, int n) {
        return sandbox.province(province).ledger().changesOf(People.citizenNumber(n));
    }

    private static String changes(String worker) {
        return "/v1/workers/" + worker + "/changes";
    }

    private static String change(String reference, String province, String change, YearMonth from, Long base) {
        return order(reference, province, change, from, base, "\"AAE140:110\"");
    }

    private static String order(
            String reference, String province, String change, YearMonth from, Long base, String insurances) {
        return "{\"partnerReference\":\"chg-" + reference + "\",\"province\":\"" + province + "\",\"change\":\""
                + change
                + "\",\"insurances\":[" + insurances + "]" + (from == null ? "" : ",\"from\":\"" + from + "\"")
                + (base == null ? "" : ",\"baseFen\":" + base) + ",\"consentReference\":\"consent-" + reference + "\"}";
    }

    private static String correction(String reference, String what) {
        return "{\"partnerReference\":\"cor-" + reference + "\",\"province\":\"44\",\"consentReference\":\"consent-"
                + reference + "\"" + what + "}";
    }
}
