package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.launcher.FreePort;
import io.tongban.sandbox.launcher.Layout;
import io.tongban.sandbox.population.Flaw;
import io.tongban.sandbox.population.Population;
import io.tongban.sandbox.province.ControlServer;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The command that a province's engineer runs, as a process of its own, against a province's test system: a simulator
 * that no gateway speaks to.
 */
@ExtendWith(RunningSandbox.class)
class ConformanceTest {
    private static final String COMMAND = "io.tongban.province.conformance.Conformance";
    private static final long SEED = 20261124;

    private final TestSandbox sandbox;

    ConformanceTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "province {0}, {1}")
    @CsvSource({"44,soap", "51,tcp", "61,tcp", "41,queue", "33,rest", "12,rest", "43,exchangedb"})
    void everyCommandAndFaultOfTheDialectIsDrivenAndNothingFails(String province, String dialect) throws Exception {
        Path reports = driven(province, dialect, "");
        assertThat(reports.resolve("conformance-" + province + ".xml"))
                .content(StandardCharsets.UTF_8)
                .contains("failures=\"0\"")
                .contains("NO_REPLY_AFTER_COMMIT");
        assertThat(reports.resolve("conformance-" + province + ".html"))
                .content(StandardCharsets.UTF_8)
                .doesNotContain("FAILED");
    }

    /** The other dialects' totals are among their other rows; all rows of files take minutes. */
    @Test
    void totalsOfADayAreDrivenWhereTheyComeAsFiles() throws Exception {
        Path reports = driven("34", "file", "day");

        assertThat(reports.resolve("conformance-34.xml"))
                .content(StandardCharsets.UTF_8)
                .contains("tests=\"3\"", "failures=\"0\"", "skipped=\"0\"", "day totals", "day items");
    }

    /** An agency gives a few test persons: what the first run paid and changed must not stand in the second one's way. */
    @Test
    void theSamePersonsCanBeHadAgain() throws Exception {
        List<String> persons = Population.generate(SEED, 100)
                .filter(worker -> worker.flaw() == Flaw.NONE)
                .limit(40)
                .map(worker -> worker.citizenNumber() + "," + worker.name() + "," + worker.mobile())
                .toList();
        Path reports = Files.createDirectories(sandbox.stack().folder().resolve("conformance-again"));
        Path file = Files.write(reports.resolve("persons.csv"), persons);
        try (Simulator system = system("44", "test_system_again");
                ControlServer control = ControlServer.start(List.of(system), 0)) {
            for (int run = 1; run <= 2; run++) {
                String printed = run("44", control, reports, "-Dpersons=" + file);

                assertThat(printed).contains("correct name and mobile", "pause and resume");
                assertThat(reports.resolve("conformance-44.xml"))
                        .content(StandardCharsets.UTF_8)
                        .as("run " + run)
                        .contains("failures=\"0\"", "skipped=\"2\"");
            }
        }
    }

    /** @param only part of the names of the rows */
    private Path driven(String province, String dialect, String only) throws Exception {
        Path reports = Files.createDirectories(sandbox.stack().folder().resolve("conformance"));
        try (Simulator system = system(province, "test_system_" + province);
                ControlServer control = ControlServer.start(List.of(system), 0)) {
            assertThat(run(province, control, reports, "-Donly=" + only)).contains("dialect " + dialect);
        }
        return reports;
    }

    /** On a port of its own, so that it has a broker of its own, too. */
    private Simulator system(String province, String database) throws Exception {
        DataSource ledger = sandbox.stack().postgres().createDatabase(database);
        return Simulators.start(province, ledger, FreePort.any(), Clock.systemUTC(), SEED);
    }

    /** What it prints, when it has ended and nothing failed. */
    private static String run(String province, ControlServer control, Path reports, String more) throws Exception {
        Path log = reports.resolve(province + ".txt");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        libraries(),
                        "-Dprovince=" + province,
                        "-Dsandbox=" + control.endpoint(),
                        "-Dreport=" + reports,
                        more,
                        COMMAND)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(command.waitFor(10, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            command.destroyForcibly();
        }
        String printed = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(command.exitValue()).as(printed).isZero();
        return printed;
    }

    /** What the gateway itself runs with, but for the parts of its server: the command has none. */
    private static String libraries() throws IOException {
        Path folder = Layout.ofThisCheckout().gatewayJar().resolveSibling("lib").resolve("main");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .filter(jar -> !jar.contains("/io.quarkus.") && !jar.contains("/org.jboss.slf4j."))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
