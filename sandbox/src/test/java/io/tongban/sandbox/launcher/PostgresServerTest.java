package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {
    private static PostgresServer postgres;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        postgres = PostgresServer.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void keepsItsDatabasesApart() throws Exception {
        try (Connection gateway = postgres.createDatabase("gateway").getConnection()) {
            gateway.createStatement().execute("CREATE TABLE ledger (fen bigint)");
        }
        postgres.createDatabase("sim_44");
        try (Connection province =
                DriverManager.getConnection(postgres.jdbcUrl("sim_44"), postgres.user(), postgres.password())) {
            assertThatThrownBy(() -> province.createStatement().execute("SELECT fen FROM ledger"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
    }

    @ParameterizedTest
    @CsvSource({"synchronous_commit, on", "fsync, on", "full_page_writes, on", "max_connections, 300"})
    void losesNothingThatItHasConfirmed(String setting, String value) throws Exception {
        try (Connection connection = postgres.dataSource("postgres").getConnection();
                ResultSet row = connection.createStatement().executeQuery("SHOW " + setting)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(value);
        }
    }

    @Test
    void comesBackFromAKillWithWhatItHasConfirmed() throws Exception {
        try (Connection connection = postgres.createDatabase("killed").getConnection()) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 1 AS fen");
        }

        postgres.kill();
        assertThat(postgres.alive()).isFalse();
        postgres.startAgain();

        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            try (Connection connection = postgres.dataSource("killed").getConnection();
                    ResultSet row = connection.createStatement().executeQuery("SELECT fen FROM kept")) {
                assertThat(row.next()).isTrue();
            }
        });
    }

    @Test
    void answersNothingWhileItIsStopped() throws Exception {
        String url = postgres.jdbcUrl("postgres") + "?socketTimeout=1&connectTimeout=1";
        postgres.stop();
        try {
            assertThatThrownBy(() -> DriverManager.getConnection(url, postgres.user(), postgres.password()))
                    .isInstanceOf(SQLException.class);
        } finally {
            postgres.goOn();
        }
        // With as much patience as it takes.
        DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), postgres.password())
                .close();
    }

    @Test
    void refusesASecondDatabaseOfOneName() throws Exception {
        postgres.createDatabase("once");

        assertThatThrownBy(() -> postgres.createDatabase("once")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "4th", "a b", "a;drop database postgres"})
    void refusesANameThatWouldNeedQuotes(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> postgres.createDatabase(name));
    }
}
