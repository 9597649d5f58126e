package io.tongban.sandbox.house;

import static io.tongban.sandbox.house.Checkout.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Short files with names that say what they hold, over all modules. */
class HouseStyleTest {
    private static final List<String> MODULES = List.of("openapi", "sdk-java", "camel-routes", "gateway", "sandbox");
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|Constants?|Abstract[A-Z][A-Za-z]*)\\.java");

    private static final Pattern STAR = Pattern.compile(
            "(?i)\\)\\s+\\*\\s+from\\b|\\b(?:select|returning)\\s+(?:distinct\\s+)?\\*|[\\s,][a-z_]+\\.\\*(?=[\\s,\"])");

    @Test
    void noFileIsLongerThan300Lines() throws IOException {
        Map<Path, Integer> lengths = new TreeMap<>();
        for (Path file : sources()) {
            lengths.put(ROOT.relativize(file), Files.readAllLines(file).size());
        }

        assertThat(lengths)
                .hasSizeGreaterThan(100)
                .allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(300));
    }

    @Test
    void noPageIsTooLongToRead() throws IOException {
        Map<Path, Integer> lengths = new TreeMap<>();
        for (Path page : Checkout.files(name -> name.endsWith(".md"))) {
            lengths.put(ROOT.relativize(page), Files.readString(page).length());
        }

        assertThat(lengths)
                .hasSizeGreaterThan(20)
                .allSatisfy((page, length) -> assertThat(length).isLessThanOrEqualTo(50_000));
    }

    @Test
    void noNameIsEmptyOfMeaning() throws IOException {
        assertThat(sources())
                .noneMatch(file -> EMPTY_NAME.matcher(file.toString()).matches());
    }

    /** A column added while a node runs changes what a star means, and fails statements that are prepared. */
    @Test
    void noStatementTakesWhateverColumnsATableMayHaveTomorrow() throws IOException {
        for (Path file : sources()) {
            if (file.startsWith(ROOT.resolve("gateway/src/main"))
                    || file.startsWith(ROOT.resolve("camel-routes/src/main"))) {
                assertThat(STAR.matcher(Files.readString(file)).results().map(MatchResult::group))
                        .as("%s", ROOT.relativize(file))
                        .isEmpty();
            }
        }
    }

    @Test
    void aStarIsFoundWhereverItStands() {
        assertThat(List.of(
                        "SELECT * FROM",
                        "returning *",
                        "select\n  *\nfrom",
                        "SELECT w.*, 1",
                        "distinct on (a) * from",
                        "returning o.*\n"))
                .allMatch(sql -> STAR.matcher(sql).find());
        assertThat(List.of("select count(*) from", "import java.util.*;", "quarkus.oidc.*}", "greatest(a * b)"))
                .noneMatch(sql -> STAR.matcher(sql).find());
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            found.addAll(Checkout.sources(ROOT.resolve(module).resolve("src")));
        }
        return found;
    }
}
