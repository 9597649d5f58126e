package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.OtherMake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provinces whose systems were written by others: each is brought on by one file, and conforms. */
class OtherMakesTest {
    private static final Path FAR_SIDES = Path.of("src/test/resources/farsides");

    @TempDir
    Path reports;

    @Test
    void saysThatTheFarSideHasNoSuchOperation(@TempDir Path profiles) throws Exception {
        Path file = FAR_SIDES.resolve("soap/96-meishan.yaml");
        Files.writeString(
                profiles.resolve("96-meishan.yaml"),
                Files.readString(file).replace("code: regPerson", "code: regPersons"));
        try (OtherMake system = new OtherMake("node", FAR_SIDES.resolve("soap/province.mjs"), "secret")) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();

            List<Finding> findings = run("96", profiles, system, "secret", "PT0.2S", printed);

            assertThat(findings)
                    .as(printed.toString(StandardCharsets.UTF_8))
                    .filteredOn(finding -> finding.check().name().equals("register"))
                    .singleElement()
                    .extracting(finding -> finding.verdict().seen())
                    .isEqualTo("unknown: soap-fault");
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"node, soap/province.mjs, 96", "python3, xml/province.py, 95"})
    void everyCommandIsAnsweredAsItShouldBe(String interpreter, String script, String province) throws Exception {
        Path file = FAR_SIDES.resolve(script);
        try (OtherMake system = new OtherMake(interpreter, file, "secret<&>" + province)) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();

            List<Finding> findings = run(province, file.getParent(), system, "secret<&>" + province, "PT10S", printed);

            String matrix = printed.toString(StandardCharsets.UTF_8);
            assertThat(findings).as(matrix).noneMatch(Finding::failed);
            assertThat(findings)
                    .as(matrix)
                    .filteredOn(finding -> finding.check().fault().equals("none"))
                    .hasSizeGreaterThan(Commands.all().size() - 1)
                    .allMatch(finding -> finding.verdict() instanceof Verdict.Passed);
        }
    }

    private List<Finding> run(
            String province,
            Path profiles,
            OtherMake system,
            String password,
            String patience,
            ByteArrayOutputStream printed)
            throws IOException {
        Map<String, String> given = Map.of(
                "province",
                province,
                "profiles",
                profiles.toString(),
                "patience",
                patience,
                "report",
                reports.toString(),
                "tongban.province." + province + ".endpoint",
                "http://127.0.0.1:" + system.port + "/trade",
                "tongban.province." + province + ".password",
                password);
        return new Conformance(
                        Arguments.of(name -> Optional.ofNullable(given.get(name))),
                        name -> Optional.ofNullable(given.get(name)),
                        Clock.systemUTC(),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }
}
