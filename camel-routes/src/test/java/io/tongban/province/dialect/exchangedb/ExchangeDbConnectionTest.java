package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.FreePort;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a call when the database is not there, or goes. */
class ExchangeDbConnectionTest {
    @TempDir
    Path folder;

    @Test
    void startsWithoutTheDatabaseAndSaysThatNobodyListens() {
        try (ProvinceLink link = Dongting.links(folder, "postgresql://127.0.0.1:" + FreePort.any() + "/none")
                .open()) {
            assertUnknown(link, "not-connected");
        }
    }

    @Test
    void doesNotWaitForOneThatAcceptsAndNeverSpeaks() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ProvinceLink link = Dongting.links(folder, "postgresql://127.0.0.1:" + silent.getLocalPort() + "/none")
                        .edit("98-dongting.yaml", "connect: 30s", "connect: 2s")
                        .open()) {
            assertUnknown(link, "not-connected");
        }
    }

    @Test
    void takesOneThatHangsUpAtOnceForNotConnected() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ProvinceLink link = Dongting.links(folder, "postgresql://127.0.0.1:" + rude.getLocalPort() + "/none")
                        .open()) {
            CompletableFuture<Void> hangingUp = Meanwhile.run(() -> hangUp(rude));
            assertUnknown(link, "not-connected");
            rude.close();
            hangingUp.join();
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        try (ExchangeStub province = new ExchangeStub();
                ProvinceLink link = Dongting.unhurried(folder, province.endpoint())
                        .set("tongban.province.98.password", "guess")
                        .open()) {
            assertUnknown(link, "access-refused");
        }
    }

    @Test
    void saysThatItMayNotInsert() {
        try (ExchangeStub province = new ExchangeStub();
                ProvinceLink link =
                        Dongting.unhurried(folder, province.endpoint()).open()) {
            province.run("revoke insert on \"Qzk\".\"WbJh\" from tongban_98");

            assertUnknown(link, "access-refused");
        }
    }

    @Test
    void saysThatTheTableIsNotAsTheProfileSays() {
        try (ExchangeStub province = new ExchangeStub();
                ProvinceLink link =
                        Dongting.unhurried(folder, province.endpoint()).open()) {
            province.run("alter table \"Qzk\".\"WbJh\" rename column \"RYBH\" to \"X\"");

            assertUnknown(link, "failed");
        }
    }

    @Test
    void takesASessionThatIsEndedOverThereForACut() throws Exception {
        try (ExchangeStub province = new ExchangeStub();
                ProvinceLink link =
                        Dongting.unhurried(folder, province.endpoint()).open();
                Connection session = province.connection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("lock table \"Qzk\".\"WbJh\" in access exclusive mode");
            CompletableFuture<ProvinceReply> reply =
                    Meanwhile.call(() -> link.send(Samples.withhold(Samples.DONGTING)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !province.texts("select pg_terminate_backend(pid) from pg_stat_activity where usename"
                                    + " = 'tongban_98' and datname = current_database() and wait_event_type = 'Lock'")
                            .isEmpty());
            assertThat(reply.join()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.CONNECTION_CUT));
        }
    }

    @Test
    void worksOnAfterTheDatabaseWasRestarted() throws IOException {
        Path data = folder.resolve("data");
        int port = FreePort.any();
        EmbeddedPostgres first = ExchangeStub.start(data, port);
        ExchangeStub.signUp(first);
        ExchangeStub province = new ExchangeStub(first);
        province.answering(Dongting.BOOKED);
        try (ProvinceLink link = Dongting.unhurried(folder, province.endpoint()).open()) {
            assertThat(link.send(Samples.withhold(Samples.DONGTING))).isEqualTo(Dongting.accepted(Samples.SERIAL));

            first.close();
            assertThat(link.resume(Samples.withhold(Samples.DONGTING), Samples.CLOCK.instant()))
                    .isInstanceOf(ProvinceReply.Unknown.class);
            EmbeddedPostgres second = ExchangeStub.start(data, port);

            assertThat(link.resume(Samples.withhold(Samples.DONGTING), Samples.CLOCK.instant()))
                    .isEqualTo(Dongting.accepted(Samples.SERIAL));
            second.close();
        }
    }

    private static void assertUnknown(ProvinceLink link, String cause) {
        assertThat(link.send(Samples.withhold(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }

    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // It is closed, or the near side was quicker.
            }
        }
    }
}
