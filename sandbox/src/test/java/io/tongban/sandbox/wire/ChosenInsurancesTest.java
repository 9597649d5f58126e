package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.InsuranceEntry;
import io.tongban.sandbox.province.Transaction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** One registration enrols for all that the worker chose, and says at once what can be known to be wrong. */
@OverEachTransport
class ChosenInsurancesTest {
    private final TestSandbox sandbox;

    ChosenInsurancesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void theProvinceHasThePersonAndEachInsuranceOnTheBaseThatWasChosen() {
        int n = People.next();
        JsonNode worker = sandbox.accepted(
                sandbox.delivery()
                        .post(
                                "/v1/workers",
                                choosing(
                                        n,
                                        "44",
                                        "{\"insurance\":\"AAE140:110\",\"grade\":\"60\"},"
                                                + "{\"insurance\":\"AAE140:310\",\"baseFen\":600000}")),
                201);
        String changes = "/v1/workers/" + worker.get("id").asText() + "/changes";

        JsonNode items = sandbox.await(
                        sandbox.delivery(),
                        changes,
                        read -> read.get("items").size() == 2
                                && StreamSupport.stream(read.get("items").spliterator(), false)
                                        .allMatch(each -> each.path("settledAt").isTextual()))
                .get("items");

        assertThat(items.findValuesAsText("state")).containsExactly("CONFIRMED", "CONFIRMED");
        assertThat(items.findValuesAsText("change")).containsExactly("ENROL", "ENROL");
        assertThat(items.findValuesAsText("partnerReference"))
                .containsOnly(worker.at("/enrolments/0/id").asText());
        assertThat(items.findValuesAsText("baseFen")).contains("600000").hasSize(2);
        assertThat(sandbox.province("44").ledger().changesOf(People.citizenNumber(n)))
                .extracting(InsuranceEntry::change, InsuranceEntry::kind)
                .containsExactlyInAnyOrder(tuple(Transaction.ENROL, "110"), tuple(Transaction.ENROL, "310"));

        Answer elsewhere = sandbox.assertRefused(
                sandbox.delivery()
                        .post("/v1/workers", choosing(n, "51", "{\"insurance\":\"AAE140:110\",\"baseFen\":551000}")),
                "insured-elsewhere");
        assertThat(elsewhere.text("pointer")).isEqualTo("/insurances/0/insurance");
        assertThat(elsewhere.text("detail")).contains("转移接续");
    }

    @Test
    void refusesEachAtItsPlace() {
        refused("{\"insurance\":\"AAE140:110\"}", "base-needed", "/insurances/0/baseFen");
        refused(
                "{\"insurance\":\"AAE140:110\",\"grade\":\"60\",\"baseFen\":551000}",
                "grade-and-base",
                "/insurances/0/grade");
        refused("{\"insurance\":\"AAE140:110\",\"grade\":\"61\"}", "grade-unknown", "/insurances/0/grade");
        refused("{\"insurance\":\"AAE140:110\",\"baseFen\":100}", "base-outside-limits", "/insurances/0/baseFen");
        refused(
                "{\"insurance\":\"AAE140:510\",\"baseFen\":551000}",
                "insurance-not-offered",
                "/insurances/0/insurance");
        refused(
                "{\"insurance\":\"AAE140:110\",\"baseFen\":551000},{\"insurance\":\"AAE140:170\",\"baseFen\":551000}",
                "insured-in-other-scheme",
                "/insurances/0/insurance");
        refused("{\"insurance\":\"110\",\"baseFen\":551000}", "field-invalid", "/insurances/0/insurance");
    }

    private void refused(String insurances, String code, String pointer) {
        Answer refused = sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", choosing(People.next(), "44", insurances)), code);
        assertThat(refused.text("pointer")).isEqualTo(pointer);
    }

    static String choosing(int n, String province, String insurances) {
        String plain = People.registration(n, province);
        return plain.substring(0, plain.lastIndexOf('}')) + ",\"insurances\":[" + insurances + "]}";
    }
}
