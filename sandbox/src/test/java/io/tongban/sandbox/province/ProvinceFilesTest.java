package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The simulators' files, and beside them those of the routes: files, not classes. */
class ProvinceFilesTest {
    private static final Path HERE = Path.of("src/main/resources/provinces");
    private static final Path ROUTES = Path.of("../camel-routes/src/main/resources/provinces");
    private static final Pattern CODE = Pattern.compile("(?m)^code: \"([0-9]{2})\"");
    private static final Pattern DIALECT = Pattern.compile("(?m)^dialect: ([a-z]+)");

    @Test
    void listsEveryFileThatIsThere() throws IOException {
        try (Stream<Path> files = Files.list(HERE)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.matches("[0-9]{2}\\.yaml"))
                            .map(name -> name.substring(0, 2)))
                    .containsExactlyInAnyOrderElementsOf(Simulators.provinces());
        }
    }

    @Test
    void simulatesAllProvincesAndTheCorps() {
        assertThat(Simulators.provinces()).containsExactlyElementsOf(Provinces.CODES);
    }

    @Test
    void speaksWithEveryProvinceTheDialectThatTheRoutesSpeak() throws IOException {
        Map<String, String> simulated = new TreeMap<>();
        for (String code : Simulators.provinces()) {
            simulated.put(code, SimulatedProvince.named(code).dialect());
        }

        assertThat(dialectsOfTheRoutes()).isEqualTo(simulated);
    }

    @Test
    void hasASimulatorForEveryDialect() {
        ArrayList<String> known = new ArrayList<>();
        ServiceLoader.load(Dialect.class).forEach(dialect -> known.add(dialect.name()));

        assertThat(Simulators.provinces())
                .allSatisfy(code ->
                        assertThat(known).contains(SimulatedProvince.named(code).dialect()));
    }

    private static Map<String, String> dialectsOfTheRoutes() throws IOException {
        Map<String, String> dialects = new TreeMap<>();
        for (String file : Files.readAllLines(ROUTES.resolve("index"))) {
            String profile = Files.readString(ROUTES.resolve(file));
            Matcher code = CODE.matcher(profile);
            Matcher dialect = DIALECT.matcher(profile);
            assertThat(code.find() && dialect.find()).as(file).isTrue();
            dialects.put(code.group(1), dialect.group(1));
        }
        return dialects;
    }
}
