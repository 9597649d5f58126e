package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProvincesTest {
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
        List<Simulator> provinces = SandboxProvinces.starter().start(postgres);
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
    void leavesNoneBehindWhenOneCannotBeStarted() throws Exception {
        postgres.createDatabase("sim_51");

        assertThatThrownBy(() -> SandboxProvinces.starter().start(postgres))
                .hasMessage("a province did not start")
                .hasRootCauseMessage("ERROR: database \"sim_51\" already exists");
        // Which nobody can do who is connected to it.
        for (String database : strings("select datname from pg_database where datname like 'sim_%'")) {
            execute("drop database " + database);
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
