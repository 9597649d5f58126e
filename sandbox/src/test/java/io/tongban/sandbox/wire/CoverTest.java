package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.WithholdOrder;
import io.tongban.sandbox.wire.People.Insured;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker is covered for by the rules, beside what the province says. */
@OverEachTransport
class CoverTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final YearMonth LAST_MONTH = YearMonth.from(TODAY).minusMonths(1);

    private final TestSandbox sandbox;

    CoverTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void tellsWhatIsPaidWhatIsDueAndWhenItLapses() {
        Insured insured = insured("44");
        withheld(sandbox.delivery(), insured, LAST_MONTH);

        JsonNode pension = sandbox.accepted(
                        sandbox.delivery().get("/v1/workers/" + insured.workerId() + "/status"), 200)
                .at("/insurances/0");

        assertThat(pension.get("source").asText()).isEqualTo("PROVINCE");
        JsonNode byRule = pension.get("byRule");
        assertThat(byRule.get("state").asText()).isEqualTo("COVERED");
        assertThat(byRule.get("reason").asText()).isEqualTo("PAYABLE");
        assertThat(byRule.has("since")).as("it began before the enrolment").isFalse();
        assertThat(byRule.get("paidThrough").asText()).isEqualTo(LAST_MONTH.toString());
        LocalDate cutOff = LAST_MONTH.plusMonths(2).atDay(15);
        assertThat(byRule.get("lapsesOn").asText()).isEqualTo(cutOff.plusDays(1).toString());
        assertThat(byRule.at("/nextPayment/period").asText())
                .isEqualTo(LAST_MONTH.plusMonths(1).toString());
        assertThat(byRule.at("/nextPayment/by").asText()).isEqualTo(cutOff.toString());
        assertThat(byRule.at("/nextPayment/amountFen").asLong()).isEqualTo(Insuring.AMOUNT_FEN);
        assertThat(byRule.get("rule").asText()).isEqualTo("00-pension-flexible-cover");
        assertThat(byRule.at("/text/en").asText())
                .isEqualTo("Employees' pension: paid through " + LAST_MONTH + ". Lapses on " + cutOff.plusDays(1)
                        + " unless " + LAST_MONTH.plusMonths(1) + " is paid by " + cutOff + ".");
        assertThat(byRule.at("/text/zh").asText()).startsWith("职工养老保险：已缴至").contains("否则");
    }

    @Test
    void showsAYearDayByDayAndOfTheTimeBeforeTheEnrolmentItsOwnMonthsAlone() {
        Insured insured = insured("44");
        withheld(sandbox.delivery(), insured, LAST_MONTH.minusMonths(4));
        withheld(sandbox.delivery(), insured, LAST_MONTH);

        JsonNode cover = sandbox.accepted(sandbox.delivery().get("/v1/workers/" + insured.workerId() + "/cover"), 200);

        JsonNode periods = cover.at("/insurances/0/periods");
        assertThat(periods.findValuesAsText("reason"))
                .containsExactly("NOT_SHOWN", "PAID", "NOT_SHOWN", "PAID", "PAYABLE");
        assertThat(periods.at("/0/from")).isEqualTo(cover.get("from"));
        assertThat(periods.at("/4/through")).isEqualTo(cover.get("to"));
        assertThat(periods.at("/2/from").asText())
                .isEqualTo(LAST_MONTH.minusMonths(3).atDay(1).toString());
        assertThat(periods.at("/2/state").asText()).isEqualTo("UNKNOWN");
        assertThat(periods.at("/1/ruleIds/0").asText()).isEqualTo("00-pension-flexible-cover");
        assertThat(periods.at("/1/mark").asText()).isEqualTo("ASSUMED");
    }

    /** What was paid through another before is not told, but that cover goes on is, as the status always did. */
    @Test
    void tellsAnotherPartnerNothingOfTheTimeBeforeItsWorkerWasEnrolled() {
        Insured insured = insured("44");
        withheld(sandbox.delivery(), insured, LAST_MONTH.minusMonths(1));
        withheld(sandbox.delivery(), insured, LAST_MONTH);
        String theirs = new Insuring(sandbox).enrolled(sandbox.ride(), "44", insured.number());

        JsonNode cover = sandbox.accepted(sandbox.ride().get("/v1/workers/" + theirs + "/cover"), 200);
        JsonNode byRule = sandbox.accepted(sandbox.ride().get("/v1/workers/" + theirs + "/status"), 200)
                .at("/insurances/0/byRule");

        assertThat(cover.at("/insurances/0/periods").findValuesAsText("reason"))
                .containsExactly("NOT_SHOWN", "PAYABLE");
        assertThat(byRule.get("state").asText()).isEqualTo("COVERED");
        assertThat(byRule.has("since")).isFalse();
        assertThat(sandbox.wire()
                        .send(sandbox.ride().get("/v1/workers/" + insured.workerId() + "/cover"))
                        .status())
                .isEqualTo(404);
    }

    /** By one old month of its own a partner must not open what others paid since. */
    @Test
    void anOldMonthOfItsOwnShowsAPartnerNothingOfOthers() {
        Insured insured = insured("44");
        withheld(sandbox.delivery(), insured, LAST_MONTH.minusMonths(2));
        withheld(sandbox.delivery(), insured, LAST_MONTH);
        Insured theirs = new Insuring(sandbox).insured(sandbox.ride(), "44", insured.number());
        withheld(sandbox.ride(), theirs, LAST_MONTH.minusMonths(4));

        JsonNode periods = sandbox.accepted(sandbox.ride().get("/v1/workers/" + theirs.workerId() + "/cover"), 200)
                .at("/insurances/0/periods");

        assertThat(periods.findValuesAsText("reason")).containsExactly("NOT_SHOWN", "PAID", "NOT_SHOWN", "PAYABLE");
        assertThat(periods.at("/2/from").asText())
                .isEqualTo(LAST_MONTH.minusMonths(3).atDay(1).toString());
        assertThat(periods.at("/2/through").asText())
                .isEqualTo(LAST_MONTH.atEndOfMonth().toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "from=2026-02-29, from",
        "from=1999-01-01, from",
        "from=2026-02-01&to=2026-01-31, to",
        "from=2024-02-29&to=2026-02-28, to",
        "to=2999-01-01, to",
        "to=1999-01-01, to",
    })
    void refusesDaysThatMakeNoSense(String query, String parameter) {
        Answer refused = sandbox.wire().send(sandbox.delivery().get("/v1/workers/wkr_0/cover?" + query));

        assertThat(refused.text("code")).isEqualTo("date-invalid");
        assertThat(refused.text("parameter")).isEqualTo(parameter);
    }

    /** Somebody paid it at a counter of the province: the gateway learns of it by the status, and by a refusal. */
    @Test
    void countsWhatTheProvinceAloneKnowsAsPaid() {
        Insured insured = insured("44");
        paidAtACounter(insured, LAST_MONTH);

        JsonNode pension = pension(insured);
        assertThat(pension.get("paidThrough").asText()).isEqualTo(LAST_MONTH.toString());
        assertThat(pension.at("/byRule/paidThrough").asText()).isEqualTo(LAST_MONTH.toString());
        assertThat(pension.at("/byRule/state").asText()).isEqualTo("COVERED");

        Insured other = insured("44");
        withheld(sandbox.delivery(), other, LAST_MONTH.minusMonths(1));
        paidAtACounter(other, LAST_MONTH);
        String refused = sandbox.accepted(
                        sandbox.delivery()
                                .post(
                                        "/v1/withholdings",
                                        People.order(other, LAST_MONTH.toString(), Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        assertThat(new Insuring(sandbox)
                        .settled(sandbox.delivery(), refused)
                        .at("/refusal/code")
                        .asText())
                .isEqualTo("province-period-paid");
        JsonNode periods = sandbox.accepted(
                        sandbox.delivery()
                                .get("/v1/workers/" + other.workerId() + "/cover?from=" + TODAY.withDayOfMonth(1)),
                        200)
                .at("/insurances/0/periods");
        assertThat(periods.findValuesAsText("reason"))
                .as("no status was asked since")
                .containsExactly("PAYABLE");
        assertThat(sandbox.count("select count(*) from paid_there where period = '" + LAST_MONTH + "'"))
                .isPositive();
    }

    @Test
    void asksForNoMonthInWhichTheInsuranceIsPaused() {
        Insured insured = insured("44");
        withheld(sandbox.delivery(), insured, LAST_MONTH);
        JsonNode pause = sandbox.accepted(
                        sandbox.delivery().post("/v1/workers/" + insured.workerId() + "/changes", """
                                        {"partnerReference":"pause-%d","province":"44","change":"PAUSE",
                                         "insurances":["AAE140:110"],"consentReference":"consent-pause"}""".formatted(
                                        insured.number())),
                        202)
                .at("/items/0");
        YearMonth from = YearMonth.parse(pause.get("from").asText());

        JsonNode cover = sandbox.accepted(
                sandbox.delivery()
                        .get("/v1/workers/" + insured.workerId() + "/cover?from=" + from.atDay(1) + "&to="
                                + from.atEndOfMonth()),
                200);
        assertThat(cover.at("/insurances/0/periods").findValuesAsText("reason")).containsExactly("INSURANCE_PAUSED");
        JsonNode byRule = pension(insured).get("byRule");
        assertThat(byRule.at("/nextPayment/period").asText())
                .as("empty where nothing can be paid before the pause")
                .isLessThan(from.toString());
        assertThat(byRule.at("/text/en").asText()).contains("Paused");
    }

    private JsonNode pension(Insured insured) {
        return sandbox.accepted(sandbox.delivery().get("/v1/workers/" + insured.workerId() + "/status"), 200)
                .at("/insurances/0");
    }

    private void paidAtACounter(Insured insured, YearMonth month) {
        Ledger books = (Ledger) sandbox.province("44").ledger();
        int n = insured.number();
        io.tongban.sandbox.province.Answer known = books.register(
                "counter-r-" + n, new RegisterOrder(People.citizenNumber(n), "测试员", "13900000000", "work-place"));
        String number = ((io.tongban.sandbox.province.Answer.Registered) known).personNumber();
        assertThat(books.withhold(
                        "counter-w-" + n,
                        new WithholdOrder(
                                number,
                                People.citizenNumber(n),
                                "测试员",
                                "110",
                                month,
                                551_000,
                                Insuring.AMOUNT_FEN,
                                "91110108551385082Q")))
                .isInstanceOf(io.tongban.sandbox.province.Answer.Booked.class);
    }

    private Insured insured(String province) {
        return new Insuring(sandbox).insured(sandbox.delivery(), province);
    }

    private void withheld(ByHand partner, Insured insured, YearMonth month) {
        String id = sandbox.accepted(
                        partner.post("/v1/withholdings", People.order(insured, month.toString(), Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        assertThat(new Insuring(sandbox).settled(partner, id).get("state").asText())
                .isEqualTo("CONFIRMED");
    }
}
