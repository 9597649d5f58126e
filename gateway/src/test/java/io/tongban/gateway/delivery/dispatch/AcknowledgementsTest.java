package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.platform.outbox.Latches;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a province says by itself. */
class AcknowledgementsTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anOutcomeSettlesWhoeverHoldsTheLeaseAndTheLateReplyRepeatsIt() {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        bench.farSide.faults.add(accepted -> {
            called.countDown();
            Latches.await(reply);
            return accepted;
        });
        bench.accept("s1");
        bench.start();
        Latches.await(called);

        bench.inbox.arrived(GUANGDONG, yes("s1"));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        assertThat(Node.rows(bench.jdbi)).isZero();
        reply.countDown();
        bench.close();

        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        assertThat(audited()).containsExactly("acknowledgement.duplicate s1");
        assertThat(counted("settled")).isEqualTo(1);
        assertThat(counted("duplicate")).isEqualTo(1);
    }

    @Test
    void aRepeatedOutcomeChangesNothing() {
        bench.accept("s1");
        IntStream.range(0, 3).forEach(i -> bench.inbox.arrived(GUANGDONG, yes("s1")));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        assertThat(bench.steps("s1"))
                .singleElement()
                .matches(step -> step.what() == Step.What.ACKNOWLEDGED && step.times() == 3);
        assertThat(audited()).containsExactly("acknowledgement.duplicate s1", "acknowledgement.duplicate s1");
    }

    @Test
    void aContradictionIsForAPersonAndChangesNothing() {
        bench.accept("s1");
        bench.inbox.arrived(GUANGDONG, yes("s1"));
        bench.inbox.arrived(GUANGDONG, no("s1"));
        bench.inbox.arrived(GUANGDONG, no("s1"));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        assertThat(bench.tasks("s1")).containsExactly("OPEN contradiction");
        assertThat(audited()).contains("acknowledgement.contradiction s1");
        assertThat(counted("contradiction")).isEqualTo(2);
    }

    @Test
    void anotherAmountIsForAPerson() {
        bench.accept("s1");
        bench.inbox.arrived(GUANGDONG, FarSide.accepted(BookTask.serial("s1"), 101));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("AWAITING_REVIEW0");
        assertThat(bench.tasks("s1")).containsExactly("OPEN amount-differs");
        assertThat(Node.rows(bench.jdbi)).isZero();
    }

    @Test
    void anOutcomeAfterAllClosesTheTask() {
        bench.accept("s1");
        bench.inbox.arrived(GUANGDONG, FarSide.accepted(BookTask.serial("s1"), 101));
        bench.inbox.arrived(GUANGDONG, no("s1"));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("REFUSED1");
        assertThat(bench.tasks("s1")).containsExactly("SETTLED amount-differs");
        assertThat(outcomeOfTask()).isEqualTo("NOT_BOOKED province");
    }

    @Test
    void whatIsInProcessThereIsNotedAndGoesOnBeingAskedAbout() {
        bench.accept("s1");
        bench.inbox.arrived(GUANGDONG, new ProvinceReply.Pending(BookTask.serial("s1"), null));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("ACCEPTED0");
        assertThat(Node.rows(bench.jdbi)).isEqualTo(1);
        assertThat(bench.steps("s1")).extracting(Step::outcome).containsExactly("pending");
    }

    @Test
    void aReversalTakesTheRowOfAnOpenOneWithIt() {
        bench.accept("s1");
        bench.inbox.reversed(GUANGDONG, BookTask.serial("s1"), AT);
        bench.inbox.reversed(GUANGDONG, BookTask.serial("s1"), AT);
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("REVERSED1");
        assertThat(Node.rows(bench.jdbi)).isZero();
        assertThat(counted("reversed")).isEqualTo(1);
    }

    @Test
    void serialsThatNobodyGaveAreAllCountedAndFewWritten() {
        IntStream.range(0, 70).forEach(i -> bench.inbox.arrived(GUANGDONG, yes("x" + i)));
        bench.inbox.reversed(new ProvinceCode("51"), "260911ABCDEFGHJKMNPQ", AT);
        assertThat(audited()).hasSize(61).endsWith("acknowledgement.unknown 51");
        assertThat(counted("unknown")).isEqualTo(70);
    }

    @Test
    void writesNoSerialThatMayBeAPersonalNumber() {
        bench.inbox.arrived(GUANGDONG, FarSide.accepted("11010519491231002X", 100));
        bench.inbox.reversed(GUANGDONG, "260911ABCDEFGHJKMNPQ", AT);
        assertThat(facts()).noneMatch(facts -> facts.contains("1101051949"));
        assertThat(facts()).anyMatch(facts -> facts.contains("260911ABCDEFGHJKMNPQ"));
    }

    @Test
    void aSubjectOfAnotherProvinceIsNobodyHere() {
        bench.accept("s1");
        bench.inbox.arrived(new ProvinceCode("51"), yes("s1"));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("ACCEPTED0");
        assertThat(audited()).containsExactly("acknowledgement.unknown 51");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settle", "reverse", "await review"})
    void aDeathWhileItIsHeardLeavesEverythingForTheNextTime(String place) {
        bench.accept("s1");
        bench.death.waitsAt(place);
        assertThatThrownBy(() -> process(place)).isInstanceOf(Death.NodeDied.class);
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("ACCEPTED0");
        assertThat(Node.rows(bench.jdbi)).isEqualTo(1);
        assertThat(bench.steps("s1")).isEmpty();
        process(place);
        assertThat(BookTask.state(bench.jdbi, "s1")).isNotEqualTo("ACCEPTED0");
        assertThat(Node.rows(bench.jdbi)).isZero();
    }

    private void process(String place) {
        switch (place) {
            case "settle" -> bench.inbox.arrived(GUANGDONG, yes("s1"));
            case "reverse" -> bench.inbox.reversed(GUANGDONG, BookTask.serial("s1"), AT);
            default -> bench.inbox.arrived(GUANGDONG, FarSide.accepted(BookTask.serial("s1"), 99));
        }
    }

    @Test
    void whatCanNeverBeStoredIsNotToldAgain() {
        bench.inbox.arrived(GUANGDONG, FarSide.accepted("nul\0", 100));
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void aStoreThatFailsIsToldAgain() {
        bench.accept("s1");
        bench.jdbi.useHandle(handle -> handle.execute("alter table delivery_step rename to elsewhere"));
        assertThatThrownBy(() -> bench.inbox.arrived(GUANGDONG, yes("s1"))).isInstanceOf(RuntimeException.class);
        bench.jdbi.useHandle(handle -> handle.execute("alter table elsewhere rename to delivery_step"));
        bench.inbox.arrived(GUANGDONG, yes("s1"));
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
    }

    private static ProvinceReply yes(String subjectId) {
        return FarSide.accepted(BookTask.serial(subjectId), 100);
    }

    private static ProvinceReply no(String subjectId) {
        return new ProvinceReply.Refused(BookTask.serial(subjectId), RefusalReason.NOT_ELIGIBLE, "E7", "no");
    }

    private double counted(String kind) {
        return bench.meters
                .get("tongban.province.acknowledgements")
                .tag("province", "44")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private List<String> audited() {
        return strings("select action || ' ' || subject_id from audit where action like 'acknow%' order by id");
    }

    private List<String> facts() {
        return strings("select facts from audit");
    }

    private String outcomeOfTask() {
        return strings("select outcome || ' ' || settled_by from review_task").get(0);
    }

    private List<String> strings(String query) {
        return bench.jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
