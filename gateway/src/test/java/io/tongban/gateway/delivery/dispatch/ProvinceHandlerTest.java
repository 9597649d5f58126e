package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceHandlerTest {
    private static final Instant IN_TWO_HOURS = Instant.now().plusSeconds(7200);

    @Test
    void settlesWhatTheProvinceAcceptsAndSendsItOnce() {
        try (Bench bench = new Bench()) {
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("send");
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        }
    }

    @Test
    void settlesWhatTheProvinceRefuses() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(
                    reply -> new ProvinceReply.Refused(reply.serial(), RefusalReason.NOT_ELIGIBLE, "E7", "no"));
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("REFUSED1");
        }
    }

    @Test
    void anAnswerWithAnotherAmountIsForAPersonAsANoticeOfItWouldBe() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(reply -> FarSide.accepted(reply.serial(), 101));
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("send");
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("AWAITING_REVIEW0");
            assertThat(bench.tasks("s1")).containsExactly("OPEN amount-differs");
        }
    }

    static Stream<Arguments> repliesThatSettleNothing() {
        return Stream.of(
                reply("unknown", reply -> new ProvinceReply.Unknown(reply.serial(), UnknownCause.TIMEOUT)),
                reply("pending", reply -> new ProvinceReply.Pending(reply.serial(), null)),
                reply("of another serial", reply -> new ProvinceReply.Unknown("OTHER", UnknownCause.TIMEOUT)),
                reply("accepted for another serial", reply -> {
                    ProvinceReply.Accepted accepted = (ProvinceReply.Accepted) reply;
                    return new ProvinceReply.Accepted("OTHER", accepted.detail());
                }),
                reply(
                        "never arrived",
                        reply -> new ProvinceReply.Refused(
                                reply.serial(), RefusalReason.SERIAL_NOT_FOUND, "E9", "not found")),
                reply("exception", reply -> {
                    throw new IllegalArgumentException("no profile in force");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repliesThatSettleNothing")
    void resumesAndNeverSendsAgainAfterAReplyThatSettlesNothing(String name, UnaryOperator<ProvinceReply> reply) {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(reply);
            bench.farSide.faults.add(reply);
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("send", "resume", "resume");
            assertThat(bench.farSide.sends).containsValue(1);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        }
    }

    @Test
    void asksAgainWhenTheProvinceSaid() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(reply -> new ProvinceReply.Pending(reply.serial(), IN_TWO_HOURS));
            bench.accept("s1");
            bench.start();
            Eventually.holds(
                    "the row is put off",
                    () -> bench.jdbi.withHandle(handle -> handle.createQuery(
                                    "select due_at > now() + interval '1 hour' and leased_until is null from outbox")
                            .mapTo(Boolean.class)
                            .one()));
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("IN_PROCESS0");
            Node.pass(bench.jdbi, "3 hours");
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("send", "resume");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sending", "before send", "after send", "settle"})
    void aDeathAnywhereNeitherDoublesNorLosesTheCommand(String place) {
        try (Bench bench = new Bench()) {
            bench.death.waitsAt(place);
            bench.accept("s1");
            bench.start();
            Eventually.holds("the node dies", () -> bench.death.count.get() == 1);
            // That of a death in the leasing transaction went with it, and the row may be on its way again by now.
            if (!place.equals("sending")) {
                Node.pass(bench.jdbi, "61 seconds");
            }
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.sends).hasSize(1).containsValue(1);
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
            // Only a death before the mark was committed leaves a row that was surely never sent.
            String last = bench.farSide.calls.stream()
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(last).isEqualTo(place.equals("sending") ? "send" : "resume");
        }
    }

    @Test
    void saysWhenTheCommandWasFirstSentHoweverOftenItIsResumed() {
        try (Bench bench = new Bench()) {
            UnaryOperator<ProvinceReply> unknown =
                    reply -> new ProvinceReply.Unknown(reply.serial(), UnknownCause.TIMEOUT);
            bench.farSide.faults.add(unknown);
            bench.farSide.faults.add(unknown);
            bench.accept("s1");
            Instant sent = Instant.parse("2026-10-31T15:59:59.5Z");
            bench.jdbi.useHandle(handle -> handle.execute("update outbox set sent_at = ?", sent));
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.resumed).containsExactly(sent, sent, sent);
        }
    }

    @Test
    void dropsTheRowOfASubjectThatIsSettledAlready() {
        try (Bench bench = new Bench()) {
            bench.accept("s1");
            bench.jdbi.useHandle(handle -> handle.execute("update subject set state = 'CONFIRMED', settled = 1"));
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).isEmpty();
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
        }
    }

    private static Arguments reply(String name, UnaryOperator<ProvinceReply> reply) {
        return Arguments.of(name, reply);
    }
}
