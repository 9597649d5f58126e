package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProvincesTest {
    private final CertificateAuthority authority = CertificateAuthority.create(Clock.systemUTC());

    @TempDir
    Path folder;

    private PostgresServer postgres;

    @BeforeEach
    void start() throws Exception {
        postgres = PostgresServer.start(folder.resolve("postgres"));
    }

    @AfterEach
    void stop() throws Exception {
        postgres.close();
    }

    @Test
    void startsEachProvinceWithADatabaseOfItsOwn() throws Exception {
        List<Simulator> provinces = SandboxProvinces.starter().start(postgres, authority);
        try {
            assertThat(provinces).extracting(Simulator::provinceCode).isEqualTo(Simulators.provinces());
            assertThat(provinces)
                    .allSatisfy(
                            province -> assertThat(province.ledger().bookings()).isZero());
            assertThat(strings("select datname from pg_database where datname like 'sim_%'"))
                    .hasSameSizeAs(provinces);
        } finally {
            provinces.forEach(Simulator::close);
        }
    }

    @Test
    void startsThoseThatAFolderOfProfilesLeavesOpen() throws Exception {
        Path profiles = Files.createDirectories(folder.resolve("profiles/simulators"));
        profile("51", "${tongban.province.51.endpoint}");
        profile("61", "tcp://192.0.2.1:7000");
        profile("50", "${tongban.province.50.endpoint}");
        profile("98", "${tongban.province.98.endpoint}");
        profile("99", "${tongban.province.99.endpoint}");
        Files.writeString(
                profiles.resolve("99.yaml"),
                "{code: '99', name: 新省, dialect: tcp, charset: GBK, path: '', personNumberDigits: 12,"
                        + " operator: TONGBAN, password: secret, signInHours: 0}");

        ProfilesFolder opened = ProfilesFolder.of(folder.resolve("profiles"));
        List<Simulator> provinces = SandboxProvinces.starter(
                        opened.simulated(set -> set.equals("tongban.province.50.endpoint")), opened.overTls())
                .start(postgres, authority);
        try {
            assertThat(provinces).extracting(Simulator::provinceCode).containsExactly("51", "99");
        } finally {
            provinces.forEach(Simulator::close);
        }
    }

    /** Each speaks TLS on the address that it tells, and shows a certificate that its trust vouches for. */
    @Test
    void speaksTlsWhereTheProfileAsksForIt() throws Exception {
        Files.createDirectories(folder.resolve("profiles"));
        profile("51", "tls://${tongban.province.51.endpoint}");
        profile("44", "https://${tongban.province.44.endpoint}");
        profile("41", "tls://${tongban.province.41.endpoint}");
        profile("33", "https://${tongban.province.33.endpoint}");
        profile("43", "postgresql://${tongban.province.43.endpoint}?sslmode=verify-full");
        profile("61", "${tongban.province.61.endpoint}");
        ProfilesFolder opened = ProfilesFolder.of(folder.resolve("profiles"));

        List<Simulator> provinces = SandboxProvinces.starter(opened.simulated(set -> false), opened.overTls())
                .start(postgres, authority);
        try {
            assertThat(provinces).hasSize(6);
            for (Simulator province : provinces) {
                if (province.provinceCode().equals("61")) {
                    assertThat(province.endpoint()).startsWith("tcp://");
                    assertThat(province.moreProperties()).doesNotContainKey("trust");
                } else if (province.provinceCode().equals("43")) {
                    String url = "jdbc:postgresql://" + province.endpoint() + "?sslmode=verify-full&sslrootcert="
                            + province.properties().get("trust");
                    try (Connection connection = DriverManager.getConnection(url, "tongban_43", province.password())) {
                        assertThat(connection.isValid(5)).isTrue();
                    }
                } else {
                    assertThat(shakesHands(province))
                            .as(province.provinceCode())
                            .isTrue();
                }
            }
        } finally {
            provinces.forEach(Simulator::close);
        }
    }

    private static boolean shakesHands(Simulator province) throws Exception {
        URI address = URI.create("tls://" + province.endpoint());
        String pem = Files.readString(Path.of(province.properties().get("trust")));
        try (SSLSocket socket = (SSLSocket) CertificateAuthority.clientContext(pem)
                .getSocketFactory()
                .createSocket(address.getHost(), address.getPort())) {
            SSLParameters named = socket.getSSLParameters();
            named.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(named);
            socket.startHandshake();
            return socket.getSession().isValid();
        }
    }

    @Test
    void saysWhatAFolderOfProfilesLacks() throws Exception {
        assertThatThrownBy(() -> ProfilesFolder.of(Files.createDirectories(folder.resolve("profiles"))))
                .hasMessageEndingWith("profiles has no profile; put CODE-name.yaml there");
        Files.writeString(folder.resolve("profiles/98-new.yaml"), "code: 98");
        assertThatThrownBy(() -> ProfilesFolder.of(folder.resolve("profiles")))
                .hasMessageEndingWith("98-new.yaml has no code, or no endpoint; write both as text");
    }

    private void profile(String code, String endpoint) throws Exception {
        Files.writeString(
                folder.resolve("profiles").resolve(code + "-new.yaml"),
                "code: \"" + code + "\"\nendpoint: " + endpoint + "\n");
    }

    @Test
    void leavesNoneBehindWhenOneCannotBeStarted() throws Exception {
        postgres.createDatabase("sim_51");

        assertThatThrownBy(() -> SandboxProvinces.starter().start(postgres, authority))
                .hasMessage("a province did not start")
                .hasRootCauseMessage("ERROR: database \"sim_51\" already exists");
        // Which nobody can do while somebody is connected to it; a connection that was closed may take a moment.
        for (String database : strings("select datname from pg_database where datname like 'sim_%'")) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThatCode(() -> execute("drop database " + database))
                            .doesNotThrowAnyException());
        }
    }

    private List<String> strings(String sql) throws Exception {
        try (Connection connection = postgres.dataSource("postgres").getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = postgres.dataSource("postgres").getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
