package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.People.Insured;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A rider pays at home through one platform, and another one refunds half of the contribution on its lowest base. */
@OverEachTransport
class SubsidiesTest {
    private static final YearMonth LAST_MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);

    private final TestSandbox sandbox;
    private final Insuring insuring;

    SubsidiesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void aMonthPaidThroughAnotherPlatformInAnotherProvinceIsProvedAndRefundedOnce() {
        Insured atHome = insuring.insured(sandbox.ride(), "51");
        String worker = insuring.enrolled(sandbox.delivery(), "44", atHome.number());
        String at = "/v1/workers/" + worker;
        String month = LAST_MONTH.toString();
        refused(
                at + "/subsidy-claims",
                claim("s-1-" + worker, month, 900_000),
                "contribution-not-confirmed",
                "/period");
        String paid = sandbox.accepted(
                        sandbox.ride().post("/v1/withholdings", People.order(atHome, month, Insuring.AMOUNT_FEN)), 202)
                .get("id")
                .asText();
        assertThat(insuring.settled(sandbox.ride(), paid).get("state").asText()).isEqualTo("CONFIRMED");

        JsonNode proof = sandbox.accepted(proof(at, month), 200);
        assertThat(proof.get("province").asText()).isEqualTo("51");
        assertThat(proof.get("source").asText()).isEqualTo("GATEWAY");
        assertThat(proof.has("amountFen")).isFalse();

        refused(at + "/subsidy-claims", claim("s-2-" + worker, month, 100_000), "income-below-floor", "/incomes");
        refused(
                at + "/subsidy-claims",
                claim("s-3-" + worker, month, 900_000).replace("AAE140:110", "AAE140:310"),
                "rule-unknown",
                "/insurance");
        JsonNode claimed = sandbox.accepted(
                sandbox.delivery().post(at + "/subsidy-claims", claim("s-4-" + worker, month, 900_000)), 201);
        assertThat(claimed.get("amountFen").asLong()).isEqualTo(55_100);
        assertThat(claimed.get("floorBaseFen").asLong()).isEqualTo(551_000);
        assertThat(claimed.get("rule").asText()).isEqualTo("00-subsidy-share");
        assertThat(claimed.get("mark").asText()).isNotEqualTo("OFFICIAL");
        assertThat(claimed.get("proof")).isEqualTo(proof);
        assertThat(claimed.at("/text/zh").asText()).contains("职工养老保险费").contains("551.00元");

        refused(at + "/subsidy-claims", claim("s-5-" + worker, month, 900_000), "subsidy-already-claimed", "/period");
        refused(at + "/subsidy-claims", claim("s-4-" + worker, month, 900_000), "reference-used", "/partnerReference");
        assertThat(sandbox.accepted(sandbox.delivery().get(at + "/subsidy-claims"), 200)
                        .at("/items/0"))
                .isEqualTo(claimed);
        sandbox.assertRefused(sandbox.ride().get(at + "/subsidy-claims"), "worker-not-found");
        assertThat(noted("contribution.proved", worker))
                .as("the proof asked for, and the one of the claim")
                .isEqualTo(2);
        assertThat(noted("subsidy.claimed", claimed.get("id").asText())).isEqualTo(1);
        assertThat(noted("contribution.not-proved", worker))
                .as("the claim before it was paid, and the one once more; not those that are not due anyway")
                .isEqualTo(2);
    }

    @Test
    void alsoALookThatFindsNothingIsNoted() {
        int n = People.next();
        String worker = insuring.enrolled(sandbox.delivery(), "44", n);

        sandbox.assertRefused(proof("/v1/workers/" + worker, LAST_MONTH.toString()), "contribution-not-confirmed");

        assertThat(noted("contribution.not-proved", worker)).isEqualTo(1);
        assertThat(noted("contribution.proved", worker)).isZero();
    }

    private long noted(String action, String subject) {
        return sandbox.count(
                "select count(*) from audit where action = '" + action + "' and subject_id = '" + subject + "'");
    }

    @Test
    void aNumberAloneProvesNothing() {
        Insured atHome = insuring.insured(sandbox.ride(), "51");
        String worker = sandbox.accepted(
                        sandbox.delivery()
                                .post(
                                        "/v1/workers",
                                        People.registration(
                                                atHome.number(), "51", People.citizenNumber(atHome.number()), "别的人")),
                        201)
                .get("id")
                .asText();
        sandbox.await(
                sandbox.delivery(),
                "/v1/workers/" + worker,
                read -> read.at("/enrolments/0/state").asText().equals("REFUSED"));

        sandbox.assertRefused(proof("/v1/workers/" + worker, LAST_MONTH.toString()), "worker-not-registered-there");
    }

    private void refused(String at, String body, String code, String pointer) {
        Answer refused = sandbox.assertRefused(sandbox.delivery().post(at, body), code);
        assertThat(refused.text("pointer")).isEqualTo(pointer);
    }

    private Call proof(String at, String month) {
        return sandbox.delivery()
                .signed(sandbox.delivery().unsigned("POST", at + "/contribution-proofs", proofOf(month)));
    }

    private static String proofOf(String month) {
        return "{\"insurance\":\"AAE140:110\",\"period\":\"" + month + "\",\"consentReference\":\"consent-proof\"}";
    }

    /** With the same income in this month and the two before it. */
    static String claim(String reference, String month, long incomeFen) {
        YearMonth last = YearMonth.parse(month);
        return """
                {"partnerReference":"%s","insurance":"AAE140:110","period":"%s","workPlace":"440106",
                 "incomes":[{"period":"%s","incomeFen":%d},{"period":"%s","incomeFen":%d},{"period":"%s","incomeFen":%d}],
                 "consentReference":"consent-subsidy"}""".formatted(
                reference, last, last, incomeFen, last.minusMonths(1), incomeFen, last.minusMonths(2), incomeFen);
    }
}
