package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.province.Capability;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no system can settle goes to a person, and comes back from there. */
class HandoverTest {
    private static final Resolution SEND_AGAIN = new Resolution.SendAgain("they have it not");

    @Test
    void aCommandThatIsTakenAtACounterOnlyIsNotSent() {
        try (Bench bench = new Bench()) {
            bench.farSide.capability = Capability.MANUAL;
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).isEmpty();
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("AWAITING_REVIEW0");
            assertThat(bench.tasks("s1")).containsExactly("OPEN manual");
            assertThat(bench.steps("s1")).extracting(Step::what).containsExactly(Step.What.TASK_OPENED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount-differs", "version-ended", "not-inquirable"})
    void whatNoInquiryCanMendGoesToAPersonAtOnce(String cause) {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(unknown(cause));
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("AWAITING_REVIEW0");
            assertThat(bench.tasks("s1")).containsExactly("OPEN " + cause);
            assertThat(bench.steps("s1"))
                    .extracting(Step::what, Step::cause)
                    .containsExactly(tuple(Step.What.SENT, cause), tuple(Step.What.TASK_OPENED, cause));
        }
    }

    @Test
    void whatHasNoOutcomeForTooLongGoesToAPerson() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(unknown("timeout"));
            acceptedAndSent(bench, 73);
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("resume");
            assertThat(bench.tasks("s1")).containsExactly("OPEN deadline");
        }
    }

    @Test
    void whatIsNotTooOldYetIsAskedAboutAgain() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(unknown("timeout"));
            acceptedAndSent(bench, 71);
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
            assertThat(bench.tasks("s1")).isEmpty();
        }
    }

    @Test
    void anOutcomeThatComesAtTheLastMomentIsTaken() {
        try (Bench bench = new Bench()) {
            acceptedAndSent(bench, 1000);
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        }
    }

    @Test
    void whatAPersonSendsAgainIsInquiredFirstAndIsGivenItsTimeAnew() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(unknown("timeout"));
            bench.farSide.faults.add(unknown("timeout"));
            Instant sent = acceptedAndSent(bench, 73);
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            bench.settleTask("s1", SEND_AGAIN);
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("resume", "resume", "resume");
            assertThat(bench.farSide.resumed).containsOnly(sent);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
            assertThat(bench.tasks("s1")).containsExactly("SETTLED deadline");
        }
    }

    /** An inquiry would say the same for ever: the person's word counts that the province has it not. */
    @Test
    void whatNobodyCanInquireIsSentAfreshWhenAPersonSaysSo() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(unknown("version-ended"));
            acceptedAndSent(bench, 1);
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            bench.settleTask("s1", SEND_AGAIN);
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("resume", "send");
        }
    }

    @Test
    void aDeathWhileItIsHandedOverLeavesItToAnotherTry() {
        try (Bench bench = new Bench()) {
            bench.death.waitsAt("await review");
            bench.farSide.faults.add(unknown("amount-differs"));
            bench.farSide.faults.add(unknown("amount-differs"));
            bench.accept("s1");
            bench.start();
            Eventually.holds("the node dies", () -> bench.death.count.get() == 1);
            assertThat(bench.tasks("s1")).isEmpty();
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("IN_PROCESS0");
            Node.pass(bench.jdbi, "61 seconds");
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("send", "resume");
            assertThat(bench.tasks("s1")).containsExactly("OPEN amount-differs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decide", "send again"})
    void aDeathWhileAPersonSettlesLeavesTheTaskOpen(String place) {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(unknown("amount-differs"));
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            Resolution settlement = place.equals("decide") ? new Resolution.NotBooked("no") : SEND_AGAIN;
            bench.death.waitsAt(place);
            try {
                bench.settleTask("s1", settlement);
            } catch (Death.NodeDied expected) {
                assertThat(bench.tasks("s1")).containsExactly("OPEN amount-differs");
            }
            assertThat(bench.death.count).hasValue(1);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("AWAITING_REVIEW0");
            bench.settleTask("s1", settlement);
            Node.awaitEmpty(bench.jdbi);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo(place.equals("decide") ? "REFUSED1" : "CONFIRMED1");
            assertThat(bench.farSide.sends).containsValue(1);
        }
    }

    /** A row that was accepted and first sent so many hours ago; gives the time of that send. */
    private static Instant acceptedAndSent(Bench bench, int hours) {
        Instant sent = Instant.now().minus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        bench.accept("s1");
        bench.farSide.sends.put(BookTask.serial("s1"), 1);
        bench.jdbi.useHandle(handle -> handle.execute("update outbox set sent_at = ?, created_at = ?", sent, sent));
        return sent;
    }

    private static UnaryOperator<ProvinceReply> unknown(String cause) {
        UnknownCause known = UnknownCause.valueOf(cause.toUpperCase(Locale.ROOT).replace('-', '_'));
        return reply -> new ProvinceReply.Unknown(reply.serial(), known);
    }
}
