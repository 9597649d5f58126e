package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One more province: a file in the gateway's folder of profiles, while it runs, and no Java. */
@ExtendWith(RunningSandbox.class)
class InventedProvinceTest {
    private static final Path PROFILE = Path.of("src/test/resources/invented/97-yunmeng.yaml");

    private static final String INQUIRY = "inquire: {code: \"ASK\", request: [asked-serial 24]}";

    private final TestSandbox sandbox;
    private final Insuring insuring;
    private YunmengSystem province;

    InventedProvinceTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @BeforeEach
    void comes() throws IOException {
        province = new YunmengSystem();
        profile("Yunmeng", 1000);
    }

    @AfterEach
    void goes() throws IOException {
        Files.delete(file());
        await(answer -> answer.status() == 404);
        province.close();
    }

    @Test
    void servesAProvinceThatIsOneFile() {
        Insured insured = insuring.insured(sandbox.delivery(), "97");

        JsonNode settled = insuring.settled(sandbox.delivery(), withhold(insured, "2026-10"));

        assertThat(settled.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(settled.get("provinceReceipt").asText()).isEqualTo("YM00000001");
        assertThat(province.booked.values()).containsExactly("YM000001 202610 " + AMOUNT_FEN);
    }

    @Test
    void whereAProvinceHangsAndItsQueueIsFullOnlyItsOwnOrdersAreTurnedAway() throws IOException {
        Insured here = insuring.insured(sandbox.delivery(), "97");
        Insured elsewhere = insuring.insured(sandbox.delivery(), "44");
        profile("Yunmeng, a narrow gate", 2);
        province.hangs = true;
        List<String> accepted = new ArrayList<>(List.of(withhold(here, "2026-08"), withhold(here, "2026-09")));

        Answer refused = sandbox.assertRefused(
                sandbox.delivery().post("/v1/withholdings", People.order(here, "2026-10", AMOUNT_FEN)),
                "province-queue-full");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(Integer.parseInt(refused.field("retry-after"))).isPositive();
        assertThat(insuring.settled(sandbox.delivery(), withhold(elsewhere, "2026-10"))
                        .get("state")
                        .asText())
                .isEqualTo("CONFIRMED");

        province.hangs = false;
        accepted.forEach(id -> assertThat(
                        insuring.settled(sandbox.delivery(), id).get("state").asText())
                .isEqualTo("CONFIRMED"));
        assertThat(province.booked.values())
                .containsExactlyInAnyOrder("YM000001 202608 " + AMOUNT_FEN, "YM000001 202609 " + AMOUNT_FEN);
    }

    /** Of two answers about one thing the one with the lower number is older: also of a task, and of what it is about. */
    @Test
    void aTaskForAPersonRisesByItsRevisionWhenItIsResolved() throws IOException {
        Insured insured = insuring.insured(sandbox.delivery(), "97");
        // Nobody can say what became of an order whose reply is lost.
        profile("Yunmeng, without inquiry", 1000, "inquire: {capability: none}");
        province.hangs = true;
        String id = withhold(insured, "2026-10");
        JsonNode task = openTask(id);
        assertAsDescribed(task.get("id").asText());

        assertThat(task.get("revision").asLong()).isEqualTo(1);
        long waiting = sandbox.accepted(sandbox.delivery().get("/v1/withholdings/" + id), 200)
                .get("revision")
                .asLong();

        String path = "/v1/admin/review-tasks/" + task.get("id").asText();
        JsonNode resolved = sandbox.accepted(
                () -> sandbox.agency()
                        .post(path + "/resolution", "{\"outcome\":\"NOT_BOOKED\",\"note\":\"asked by telephone\"}"),
                200);

        assertThat(resolved.get("revision").asLong()).isEqualTo(2);
        assertThat(sandbox.accepted(() -> sandbox.agency().get(path), 200)
                        .get("revision")
                        .asLong())
                .isEqualTo(2);
        JsonNode settled = insuring.settled(sandbox.delivery(), id);
        assertThat(settled.get("state").asText()).isEqualTo("REFUSED");
        assertThat(settled.get("revision").asLong()).isGreaterThan(waiting);
    }

    private void assertAsDescribed(String task) {
        Answer read = sandbox.wire().sendUntilAvailable(() -> sandbox.agency().get("/v1/admin/review-tasks/" + task));
        assertThat(read.status()).isEqualTo(200);
        Contract.servedBy(sandbox.stack().gateway()).operations().stream()
                .filter(operation -> operation.id().equals("readReviewTask"))
                .forEach(operation -> operation.declares(read, task));
    }

    private JsonNode openTask(String withholdingId) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> sandbox.accepted(
                                        () -> sandbox.agency().get("/v1/admin/review-tasks?province=97&state=OPEN"),
                                        200)
                                .get("items")
                                .valueStream()
                                .filter(each -> each.toString().contains(withholdingId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String withhold(Insured insured, String period) {
        return sandbox.accepted(
                        sandbox.delivery().post("/v1/withholdings", People.order(insured, period, AMOUNT_FEN)), 202)
                .get("id")
                .asText();
    }

    /** Puts the file there, whole, and waits until the gateway goes by it. */
    private void profile(String name, int queue) throws IOException {
        profile(name, queue, INQUIRY);
    }

    private void profile(String name, int queue, String inquiry) throws IOException {
        String text = Files.readString(PROFILE)
                .replace("ENDPOINT", province.endpoint())
                .replace("en: Yunmeng", "en: \"" + name + '"')
                .replace("queue: 1000", "queue: " + queue)
                .replace(INQUIRY, inquiry);
        Path draft = Files.writeString(file().resolveSibling("97.draft"), text);
        Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        await(answer -> answer.status() == 200 && answer.text("nameEn").equals(name));
    }

    private Path file() {
        return sandbox.profiles().resolve("97-yunmeng.yaml");
    }

    private void await(Predicate<Answer> answer) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.wire().send(sandbox.delivery().get("/v1/provinces/97")), answer);
    }
}
