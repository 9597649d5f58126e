package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.FrameSocket.Frame;
import io.tongban.sandbox.wire.People.Insured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that is told to stop, as clients over HTTP/2 see it: GOAWAY, and every answer that was begun. */
@ExtendWith(RunningSandbox.class)
class StoppedHttp2NodeTest {
    private static final int NO_ERROR = 0;
    private static final int REFUSED_STREAM = 7;
    private static final int AT_MOST = 20_000;
    /** Longer than the node answers after it was told, and shorter than the database lets a statement run. */
    private static final int SLOW_SECONDS = 6;

    private final TestSandbox sandbox;
    private Node leaving;

    StoppedHttp2NodeTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void startASecondNode() throws Exception {
        Map<String, String> properties =
                Map.of("quarkus.shutdown.delay", "PT2S", "tongban.limits.requests-per-minute", "600000");
        leaving = Node.of(sandbox.stack().startNode("leaving-http2", properties), sandbox);
    }

    @AfterEach
    void stop() throws SQLException {
        sql("drop trigger if exists slow on mandate");
        leaving.close();
    }

    @Test
    void sigtermFinishesWhatWasBegunAndSendsWhatIsNewElsewhere() throws Exception {
        ByHand partner = leaving.securePartner("fengsong-delivery");
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        mandatesTakeTheirTime();
        String key = TestSandbox.key();
        Call slow = partner.post("/v1/mandates", People.mandate(insured.workerId(), "44", Insuring.CAP_FEN), key);
        try (FrameSocket idle = connect();
                FrameSocket busy = connect()) {
            idle.write(head(partner, 1));
            assertThat(idle.answer(1).type()).isEqualTo(FrameSocket.HEADERS);
            busy.write(request(1, slow));
            awaitTheirTime();

            leaving.process().terminate();

            List<Integer> answered = new ArrayList<>();
            int next = 3;
            Frame last = answerOrFarewell(busy, partner, next, answered);
            while (last.type() != FrameSocket.GOAWAY) {
                assertThat(next).as("streams").isLessThan(AT_MOST);
                next += 2;
                last = answerOrFarewell(busy, partner, next, answered);
            }
            assertThat(last.code()).isEqualTo(NO_ERROR);
            assertThat(answered).as("what came after it was told").contains(3);

            int late = next + 2;
            busy.write(head(partner, late));
            List<Frame> rest = rest(busy);
            rest.stream()
                    .filter(frame -> frame.type() == FrameSocket.HEADERS)
                    .forEach(frame -> answered.add(frame.stream()));
            assertThat(answered).as("what was begun").contains(1);
            assertThat(rest)
                    .filteredOn(frame -> frame.stream() == late)
                    .isSubsetOf(new Frame(FrameSocket.RST_STREAM, late, REFUSED_STREAM));
            assertThat(rest(idle)).contains(new Frame(FrameSocket.GOAWAY, 0, NO_ERROR));
        }
        // The answer that went out over the connection: a repetition hears the same from the node that is left.
        assertThat(sandbox.count("select count(*) from idempotency where status = 201 and key = '" + key + "'"))
                .isEqualTo(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !leaving.process().alive());
    }

    /** Asks once more, and reads until that is answered or all is over. */
    private static Frame answerOrFarewell(FrameSocket socket, ByHand partner, int stream, List<Integer> answered)
            throws IOException {
        socket.write(head(partner, stream));
        while (true) {
            Frame frame = socket.next().orElseThrow();
            if (frame.type() == FrameSocket.HEADERS) {
                answered.add(frame.stream());
            }
            boolean isAnswer = frame.type() == FrameSocket.HEADERS && frame.stream() == stream;
            if (isAnswer || frame.type() == FrameSocket.GOAWAY) {
                return frame;
            }
        }
    }

    /** Until the connection ends. */
    private static List<Frame> rest(FrameSocket socket) throws IOException {
        List<Frame> rest = new ArrayList<>();
        for (Optional<Frame> frame = socket.next(); frame.isPresent(); frame = socket.next()) {
            rest.add(frame.get());
        }
        return rest;
    }

    private static byte[] head(ByHand partner, int stream) {
        return FrameSocket.head(stream, FrameSocket.END_STREAM, partner.get("/v1/provinces"));
    }

    private static byte[] request(int stream, Call call) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(FrameSocket.head(stream, 0, call));
        whole.writeBytes(FrameSocket.frame(FrameSocket.DATA, FrameSocket.END_STREAM, stream, call.body()));
        return whole.toByteArray();
    }

    private FrameSocket connect() throws IOException {
        return FrameSocket.to(
                leaving.process().secureBase(),
                sandbox.stack().authority().clientContext(),
                InetAddress.getLoopbackAddress());
    }

    private void mandatesTakeTheirTime() throws SQLException {
        sql("create or replace function slowly() returns trigger as $$ begin perform pg_sleep(" + SLOW_SECONDS
                + "); return new; end $$ language plpgsql");
        sql("create trigger slow before insert on mandate for each row execute function slowly()");
    }

    private void awaitTheirTime() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sandbox.count("select count(*) from pg_stat_activity where wait_event = 'PgSleep'") == 1);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = sandbox.connection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
