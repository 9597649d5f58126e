package io.tongban.sandbox.launcher;

import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;
import io.tongban.sandbox.province.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The simulated provinces of a stack, each with a database of its own. */
public final class SandboxProvinces {
    private static final long SEED = 20261123;
    /** PostgreSQL copies a database for each, and a few such copies at a time are all that it does side by side. */
    private static final int AT_ONCE = 4;

    private static final int LAST_WORDS_SECONDS = 30;

    private SandboxProvinces() {}

    public static ProvinceStarter starter() {
        return starter(
                Simulators.provinces().stream().map(SimulatedProvince::named).toList());
    }

    /** Of these alone, in clear text. */
    private static ProvinceStarter starter(List<SimulatedProvince> provinces) {
        return (postgres, authority) -> start(postgres, provinces);
    }

    /** Of those that the profiles leave open, over TLS where they ask for it. */
    static ProvinceStarter starter(List<SimulatedProvince> provinces, Set<String> overTls) {
        return (postgres, authority) -> {
            List<Simulator> clear = start(postgres, provinces);
            try {
                return overTls(clear, overTls, postgres, authority);
            } catch (IOException | SQLException | InterruptedException | RuntimeException failed) {
                clear.forEach(Simulator::close);
                throw failed;
            }
        };
    }

    private static List<Simulator> overTls(
            List<Simulator> provinces, Set<String> codes, PostgresServer postgres, CertificateAuthority authority)
            throws IOException, SQLException, InterruptedException {
        if (codes.isEmpty()) {
            return provinces;
        }
        Path trust = Files.writeString(Files.createTempFile("province-ca", ".pem"), authority.pem());
        postgres.serveTls(authority.issue());
        List<Simulator> all = new ArrayList<>();
        try {
            for (Simulator province : provinces) {
                all.add(codes.contains(province.provinceCode()) ? OverTls.of(province, authority, trust) : province);
            }
            return all;
        } catch (IOException | RuntimeException failed) {
            all.forEach(Simulator::close);
            throw failed;
        }
    }

    private static List<Simulator> start(PostgresServer postgres, List<SimulatedProvince> provinces) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "startup-province");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<Simulator>> starting = new ArrayList<>();
        try {
            for (SimulatedProvince province : provinces) {
                starting.add(threads.submit(() -> Simulators.start(new SimulatorSettings(
                        province, ledger(postgres, "sim_" + province.code()), 0, Clock.systemUTC(), SEED))));
            }
            List<Simulator> started = new ArrayList<>();
            for (Future<Simulator> province : starting) {
                started.add(province.get());
            }
            return started;
        } catch (ExecutionException failed) {
            giveUp(threads, starting);
            throw new IllegalStateException(
                    "a province did not start", Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException stopped) {
            giveUp(threads, starting);
            throw stopped;
        } finally {
            threads.shutdown();
        }
    }

    /**
     * A province ends with its PostgreSQL and is never killed alone, so its books need not wait for the disk with each
     * entry. The gateway's do.
     */
    private static DataSource ledger(PostgresServer postgres, String name) throws SQLException {
        DataSource ledger = postgres.createDatabase(name);
        try (Connection connection = ledger.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
        }
        return ledger;
    }

    private static void giveUp(ExecutorService threads, List<Future<Simulator>> starting) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        for (Future<Simulator> province : starting) {
            if (province.isDone() && !province.isCancelled()) {
                close(province);
            }
        }
    }

    private static void close(Future<Simulator> province) throws InterruptedException {
        try {
            province.get().close();
        } catch (ExecutionException neverStarted) {
            // there is nothing to close
        }
    }
}
