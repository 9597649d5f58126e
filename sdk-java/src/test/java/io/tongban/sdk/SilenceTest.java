package io.tongban.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.jwk.ECKey;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.sdk.error.TongbanException;
import io.tongban.sdk.farside.FarSide;
import io.tongban.sdk.farside.GatewayEndpoint;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Reply.Forgery;
import io.tongban.sdk.farside.Samples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class SilenceTest {
    private static final Path LOG = Path.of("target/sdk-test.log");

    private final ECKey key = Keys.p256("c-1");
    private final Scene scene = new Scene();
    private final Tongban tongban = scene.build(scene.builder("c", key));

    @AfterEach
    void close() {
        scene.close();
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(
                Samples.CITIZEN_NUMBER,
                Samples.NAME,
                Samples.MOBILE,
                key.getD().toString(),
                "Bearer ",
                "token-1.",
                "client_assertion",
                "sig=:",
                "a detail of this time"));
        scene.gateway()
                .received()
                .forEach(request -> secrets.add(request.field("Signature").orElse("sig=:")));
        return secrets;
    }

    static Stream<Reply> failures() {
        Reply worker = Reply.of(201, Samples.worker(EnrolmentState.PENDING));
        String personal =
                "{\"citizenNumber\":\"" + Samples.CITIZEN_NUMBER + "\",\"createdAt\":\"" + Samples.NAME + "\"";
        return Stream.of(
                Reply.problem(ProblemType.CITIZEN_NUMBER_CHECKSUM),
                Reply.problem(ProblemType.UNAVAILABLE),
                Reply.problem(ProblemType.INTERNAL_ERROR),
                worker.forged(Forgery.UNSIGNED),
                worker.forged(Forgery.SIGNED_FOR_ANOTHER_REQUEST),
                Reply.raw(200, personal),
                Reply.raw(200, personal + "}"),
                Reply.raw(500, personal + "}"),
                GatewayEndpoint.HANG_UP);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysNothingSecretOrPersonalWhenACallFails(Reply reply) {
        scene.gateway().answer(reply);

        assertSilent(catchThrowable(() -> tongban.workers().register(Samples.registration())));
        assertSilent(catchThrowable(() -> tongban.workers().findByCitizenNumber(Samples.CITIZEN_NUMBER)));
    }

    @Test
    void saysNothingSecretOrPersonalWhenNothingCanBeSent() {
        scene.farSide().tokens().fail(100);
        assertSilent(catchThrowable(() -> tongban.workers().register(Samples.registration())));
        FarSide gone = scene.farSide();
        gone.close();
        assertSilent(catchThrowable(() -> tongban.workers().register(Samples.registration())));
    }

    private void assertSilent(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(failure).isInstanceOf(TongbanException.class);
        assertThat(text.toString()).doesNotContain(secrets());
        assertThat(tongban.toString()).doesNotContain(secrets());
    }

    @Test
    void showsInTheStackTraceWhoCalled() {
        scene.gateway().answer(Reply.problem(ProblemType.WORKER_NOT_FOUND));

        assertThat(catchThrowable(() -> tongban.workers().get("wkr_1")).getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(SilenceTest.class.getName()));
    }

    @Test
    void logsOneLineACallAndNothingElse() throws Exception {
        LoggerFactory.getLogger("io.tongban.sdk")
                .debug("begin {}", scene.farSide().baseUrl());
        scene.gateway()
                .answer(Reply.problem(ProblemType.UNAVAILABLE), Reply.of(201, Samples.worker(EnrolmentState.PENDING)));
        tongban.workers().register(Samples.registration());
        scene.gateway().answer(Reply.problem(ProblemType.WORKER_NOT_FOUND));
        catchThrowable(() -> tongban.workers().get("wkr_1"));

        String log = Files.readString(LOG, UTF_8);
        String ours = log.substring(log.lastIndexOf("begin " + scene.farSide().baseUrl()));
        assertThat(ours.lines().skip(1))
                .hasSize(2)
                .anyMatch(line ->
                        line.matches("DEBUG io.tongban.sdk - registerWorker 201 in \\d+ ms, trace [0-9a-f]{32}"))
                .anyMatch(line -> line.matches(
                        "DEBUG io.tongban.sdk - readWorker RefusedException in \\d+ ms, trace [0-9a-f]{32}"));
        assertThat(log).doesNotContain(secrets());
    }
}
