package io.tongban.sandbox.house;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Short files with names that say what they hold, over all modules. */
class HouseStyleTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("openapi", "sdk-java", "camel-routes", "gateway", "sandbox");
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|Constants?|Abstract[A-Z][A-Za-z]*)\\.java");

    @Test
    void noFileIsLongerThan300LinesAndHalfOfThemHaveAtMost60() throws IOException {
        Map<Path, Integer> lengths = new TreeMap<>();
        for (Path file : sources()) {
            lengths.put(ROOT.relativize(file), Files.readAllLines(file).size());
        }
        List<Integer> sorted = lengths.values().stream().sorted().collect(toList());

        assertThat(lengths)
                .hasSizeGreaterThan(100)
                .allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(300));
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(60);
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThanOrEqualTo(150);
    }

    @Test
    void noNameIsEmptyOfMeaning() throws IOException {
        assertThat(sources())
                .noneMatch(file -> EMPTY_NAME.matcher(file.toString()).matches());
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(module).resolve("src"))) {
                walk.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return found;
    }
}
