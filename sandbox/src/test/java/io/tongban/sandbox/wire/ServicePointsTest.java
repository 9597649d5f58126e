package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.sandbox.launcher.ServicePointFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Banks' counters as the agency takes them in, and the nearest that is open as everybody finds it. */
@ExtendWith(RunningSandbox.class)
class ServicePointsTest {
    private static final String HEAD =
            "reference,parent,kind,level,name,address,division,position,hours,services,languages,state\n";
    private static final String PATH = "/v1/admin/service-points/imports";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestSandbox sandbox;

    ServicePointsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void twoBanksAreTakenOnceAndFoundByDistance() {
        for (String bank : ServicePointFiles.BANKS) {
            JsonNode taken = imported(bank, String.join("\n", ServicePointFiles.of(bank)));
            assertThat(taken.get("refused").asInt()).isZero();
            assertThat(taken.get("rows")).hasSize(80);
            JsonNode again = imported(bank, String.join("\n", ServicePointFiles.of(bank)));
            assertThat(again.get("unchanged").asInt()).isEqualTo(80);
        }

        JsonNode tuesday = found("near=23.12911,113.26436&service=PAY&openAt=2026-12-01T10:00:00%2B08:00&limit=3");
        assertThat(tuesday).hasSize(3);
        assertThat(tuesday.get(0).get("name").asText()).isEqualTo("南岭银行越秀支行");
        assertThat(tuesday.get(0).get("distanceMetres").asLong()).isBetween(1L, 2_000L);
        assertThat(distances(tuesday)).isSorted();
        JsonNode night = found("near=23.12911,113.26436&openAt=2026-12-01T23:00:00%2B08:00&limit=50");
        assertThat(night)
                .filteredOn(point ->
                        ServicePointFiles.BANKS.contains(point.get("owner").asText()))
                .isNotEmpty()
                .allMatch(point -> point.get("kind").asText().equals("TERMINAL"));
        assertThat(found("near=23.12911,113.26436&service=REVIEW&openAt=2026-12-06T10:00:00%2B08:00"))
                .as("a Sunday")
                .isEmpty();
        JsonNode far = found("near=-33.86880,151.20930&service=PAY&openAt=2026-12-01T02:00:00Z&limit=1");
        assertThat(far.get(0).get("distanceMetres").asLong()).isGreaterThan(7_000_000);
    }

    @Test
    void eachRowHasItsVerdict() {
        String good = "v-1,,BRANCH,TOWNSHIP,Branch,Road 1,442000,\"22.51590,113.39260\",24/7,PAY,zh,ACTIVE\n";
        String csv = HEAD + good
                + good.replace("Road 1", "Road 2")
                + "v-2,,BRANCH,TOWNSHIP,=cmd|' /C calc'!A0,Road,442000,\"22.5,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-3,,BRANCH,TOWNSHIP,Branch,＠SUM(1),442000,\"22.5,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-4,,BRANCH,TOWNSHIP,<b>Branch</b>,Road,442000,\"22.5,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-5,v-1,COUNTER,TOWNSHIP,One,Road,442000,\"22.5,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-6,v-5,COUNTER,TOWNSHIP,One,Road,442000,\"22.5,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-7,,COUNTER,TOWNSHIP,One,Road,442000,\"22.5,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-8,,BRANCH,TOWNSHIP,One,Road,442000,\"91,113.3\",24/7,PAY,zh,ACTIVE\n"
                + "v-9,,BRANCH,TOWNSHIP,One,Road,442000,\"22.5,113.3\",Mo-Fr 17:00-09:00,PAY,zh,ACTIVE\n"
                + "v-10,,BRANCH,TOWNSHIP,One,Road,442000,\"22.5,113.3\",24/7,STEAL,zh,ACTIVE\n"
                + "v-11,,BRANCH\n"
                + "v-12,,BRANCH,TOWNSHIP,\"Two,Road,442000,22.5,24/7,PAY,zh,ACTIVE\n"
                + "v-13,,BRANCH,TOWNSHIP,\"Two\" lines,Road,442000,22.5,24/7,PAY,zh,ACTIVE\n";

        JsonNode taken = imported("tongban-agency", csv);

        List<String> verdicts = new ArrayList<>();
        taken.get("rows")
                .forEach(row -> verdicts.add(
                        row.get("outcome").asText() + " " + row.path("column").asText() + " "
                                + row.path("refusal").asText()));
        assertThat(verdicts.get(0)).startsWith("ADDED");
        assertThat(verdicts.subList(1, verdicts.size()))
                .containsExactly(
                        "REFUSED reference TWICE",
                        "REFUSED name FORMULA",
                        "REFUSED address FORMULA",
                        "REFUSED name MARKUP",
                        "ADDED  ",
                        "REFUSED parent PARENT",
                        "REFUSED parent PARENT",
                        "REFUSED position FORM",
                        "REFUSED hours FORM",
                        "REFUSED services FORM",
                        "REFUSED level FIELDS",
                        "REFUSED address FIELDS",
                        "REFUSED reference UNREADABLE");
        JsonNode closed = imported("tongban-agency", HEAD + good.replace("ACTIVE", "CLOSED"));
        assertThat(closed.at("/rows/0/outcome").asText()).isEqualTo("CHANGED");
        assertThat(found("near=22.51590,113.39260&limit=1").findValuesAsText("reference"))
                .doesNotContain("v-1");
    }

    @Test
    void whatIsNoFileIsRefusedWhole() {
        sandbox.assertRefused(() -> importing("tongban-agency", "a,b,c\n1,2,3\n"), "csv-head");
        sandbox.assertRefused(() -> importing("tongban-agency", HEAD + "a\n".repeat(2_001)), "field-invalid");
        sandbox.assertRefused(() -> importing("fengsong-delivery", HEAD), "service-point-owner");
        sandbox.assertRefused(() -> importing("nobody-at-all", HEAD), "service-point-owner");
        sandbox.assertRefused(sandbox.delivery().post(PATH, body("tongban-agency", HEAD)), "scope-missing");
        sandbox.assertRefused(
                sandbox.delivery().get("/v1/service-points?near=23.1,113.2&openAt=2026-02-30T00:00:00Z"),
                "date-invalid");
        sandbox.assertRefused(sandbox.delivery().get("/v1/service-points?near=23.1,181"), "parameter-invalid");
        sandbox.assertRefused(sandbox.delivery().get("/v1/service-points"), "parameter-invalid");
    }

    @Test
    void anotherNodeKnowsWithinTwoSeconds() throws Exception {
        try (Node node = Node.of(sandbox.stack().startNode("points", Map.of()), sandbox)) {
            String row = "n-1,,BRANCH,VILLAGE,Branch,Road,460400,\"19.52090,109.58080\",24/7,PAY,zh,ACTIVE\n";
            JsonNode before = foundAt(node);
            imported("tongban-agency", HEAD + row);
            Instant latest = Instant.now().plusSeconds(2);
            assertThat(lastAskedInVain(node)).isBefore(latest);
            assertThat(before.findValuesAsText("reference")).doesNotContain("n-1");
        }
    }

    /** When the last question was begun to which it did not know the point: how long answers take does not count. */
    private static Instant lastAskedInVain(Node node) {
        AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            Instant asked = Instant.now();
            boolean knows = foundAt(node).findValuesAsText("reference").contains("n-1");
            if (!knows) {
                last.set(asked);
            }
            return knows;
        });
        return last.get();
    }

    private static JsonNode foundAt(Node node) {
        return node.wire()
                .send(node.partner("fengsong-delivery").get("/v1/service-points?near=19.52090,109.58080&limit=1"))
                .json()
                .get("items");
    }

    private static List<Long> distances(JsonNode points) {
        List<Long> metres = new ArrayList<>();
        points.forEach(point -> metres.add(point.get("distanceMetres").asLong()));
        return metres;
    }

    private JsonNode found(String query) {
        return sandbox.accepted(sandbox.delivery().get("/v1/service-points?" + query), 200)
                .get("items");
    }

    private JsonNode imported(String owner, String csv) {
        return sandbox.accepted(() -> importing(owner, csv), 200);
    }

    private Call importing(String owner, String csv) {
        return sandbox.agency().post(PATH, body(owner, csv));
    }

    private static String body(String owner, String csv) {
        ObjectNode file = JSON.createObjectNode().put("owner", owner);
        csv.lines().forEach(file.putArray("lines")::add);
        return file.toString();
    }
}
