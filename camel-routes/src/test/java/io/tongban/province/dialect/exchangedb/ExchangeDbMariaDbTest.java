package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.MariaDb;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dongting's front-end database, if it were MariaDB. */
class ExchangeDbMariaDbTest {
    private static final String BOOKED = "set new.BT = '2', new.YLSH = new.LSH, new.FHM = '00', new.HZ = 'DT1',"
            + " new.HZJE = 1102.00, new.HZSJ = '20261123175201';";

    private static MariaDb province;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        province = new MariaDb();
    }

    @AfterAll
    static void stop() {
        province.close();
    }

    @BeforeEach
    void empty() {
        province.run("delete from qzk.WbJh");
        province.run("delete from qzk.WbJhMx");
        province.run("drop trigger if exists qzk.answers");
    }

    @Test
    void withholdsAndWritesTheRowOfTheLayout() {
        province.answering(BOOKED);
        try (ProvinceLink link = links().open()) {
            assertThat(link.send(Samples.withhold(Samples.DONGTING))).isEqualTo(Dongting.accepted(Samples.SERIAL));
        }
        assertThat(province.texts(
                        "select concat_ws(',', JYM, SFZ, XM, XZ, NY, JS, JE, `DW-MA`, ifnull(LB, '-')) from qzk.WbJh"))
                .containsExactly("DT2,11010519491231002X,王小明,YL,202610,5510.00,1102.00,91110108551385082Q,-");
    }

    @Test
    void readsTheRowsOfAnAnswer() {
        province.run("insert into qzk.WbJhMx values ('" + Samples.SERIAL + "', 'YL', 'J', '202610'), ('"
                + Samples.SERIAL + "', 'YB', 'Z', null)");
        province.answering("set new.BT = '2', new.YLSH = new.LSH, new.FHM = '00';");
        try (ProvinceLink link = links().open()) {
            assertThat(link.send(Samples.query(Samples.DONGTING))).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @Test
    void anInquiryFindsTheRowOrThatThereIsNone() {
        province.answering(BOOKED);
        try (ProvinceLink link = links().open()) {
            assertThat(link.send(Samples.inquire(Samples.withhold(Samples.DONGTING))))
                    .isInstanceOf(ProvinceReply.Refused.class);
            link.send(Samples.withhold(Samples.DONGTING));
            assertThat(link.send(Samples.inquire(Samples.withhold(Samples.DONGTING))))
                    .isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    /** Eight at once, as if by eight nodes. */
    @Test
    void putsARowThereOnce() {
        province.answering(BOOKED);
        List<CompletableFuture<ProvinceReply>> replies = IntStream.range(0, 8)
                .mapToObj(node -> Meanwhile.call(() -> {
                    try (ProvinceLink link = new Links(copy(node))
                            .set(ENDPOINT, province.endpoint())
                            .set(SECRET, MariaDb.PASSWORD)
                            .open()) {
                        return link.send(Samples.withhold(Samples.DONGTING));
                    }
                }))
                .toList();

        replies.forEach(reply -> assertThat(reply.join().serial()).isEqualTo(Samples.SERIAL));
        assertThat(province.texts("select LSH from qzk.WbJh")).containsExactly(Samples.SERIAL);
    }

    private static final String ENDPOINT = "tongban.province.98.endpoint";
    private static final String SECRET = "tongban.province.98.password";

    private Path copy(int node) {
        try {
            Path own = Files.createDirectory(folder.resolve("node" + node));
            Dongting.unhurried(own, province.endpoint());
            Files.writeString(
                    own.resolve("98-dongting.yaml"),
                    Files.readString(own.resolve("98-dongting.yaml")).replace("Qzk.", "qzk."));
            return own;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void saysWhatTheServerSays() throws Exception {
        try (ProvinceLink link = links().set(SECRET, "guess").open()) {
            assertUnknown(link, "access-refused");
        }
        province.run("revoke insert on qzk.WbJh from tongban_98@'127.0.0.1'");
        try (ProvinceLink link = links().open()) {
            assertUnknown(link, "access-refused");
        } finally {
            province.run("grant insert on qzk.WbJh to tongban_98@'127.0.0.1'");
        }
        try (ProvinceLink link = links().edit("98-dongting.yaml", "reply: 30s", "reply: 3s")
                        .open();
                Connection session = province.connection();
                Statement statement = session.createStatement()) {
            statement.execute("lock tables qzk.WbJh write");
            assertUnknown(link, "timeout");
            statement.execute("unlock tables");
        }
    }

    @Test
    void aValueThatIsLongerThanItsColumnIsUnreadableAndNeverReadWhole() {
        province.answering(BOOKED.replace("'DT1'", "repeat('x', 400)"));
        try (ProvinceLink link = links().open()) {
            assertUnknown(link, "unreadable");
        }
    }

    /** In clear text nothing is sent, and a stranger's certificate is none. */
    @Test
    void overTlsOrNotAtAll() throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        Certificates strangers = new Certificates("127.0.0.1", -1);
        Path keys = Files.createTempDirectory("keys");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path trusted = certificates.pem(Files.createDirectory(keys.resolve("ours")));
        Path others = strangers.pem(Files.createDirectory(keys.resolve("strangers")));
        Path identity = certificates.ofServer(Files.createDirectory(keys.resolve("server")));
        Files.setPosixFilePermissions(identity.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(identity, PosixFilePermissions.fromString("rw-r--r--"));
        try (MariaDb server = new MariaDb("--ssl-cert=" + identity, "--ssl-key=" + identity)) {
            server.answering(BOOKED);
            try (ProvinceLink link =
                    links(server.endpoint() + verified(trusted)).open()) {
                assertThat(link.send(Samples.withhold(Samples.DONGTING))).isEqualTo(Dongting.accepted(Samples.SERIAL));
            }
            server.run("delete from qzk.WbJh");
            try (ProvinceLink link = links(server.endpoint() + verified(others)).open()) {
                assertThat(link.send(Samples.withhold(Samples.DONGTING))).isInstanceOf(ProvinceReply.Unknown.class);
            }
            assertThat(server.texts("select LSH from qzk.WbJh")).isEmpty();
        }
        try (ProvinceLink link = links(province.endpoint() + verified(trusted)).open()) {
            assertThat(link.send(Samples.withhold(Samples.DONGTING))).isInstanceOf(ProvinceReply.Unknown.class);
        }
        assertThat(province.texts("select LSH from qzk.WbJh")).isEmpty();
    }

    private static String verified(Path authority) {
        return "?sslmode=verify-full&sslrootcert=" + authority;
    }

    private Links links() {
        return links(province.endpoint());
    }

    private Links links(String endpoint) {
        try {
            Files.deleteIfExists(folder.resolve("98-dongting.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Dongting.unhurried(folder, endpoint)
                .edit("98-dongting.yaml", "Qzk.WbJh, rows-table: Qzk.", "qzk.WbJh, rows-table: qzk.");
    }

    private static void assertUnknown(ProvinceLink link, String cause) {
        assertThat(link.send(Samples.withhold(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }
}
