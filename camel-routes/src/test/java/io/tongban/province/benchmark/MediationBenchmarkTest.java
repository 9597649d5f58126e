package io.tongban.province.benchmark;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the benchmark measures does happen: each course checks its answers itself. */
class MediationBenchmarkTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "soap", "exchangedb", "file", "queue", "rest"})
    void bothWaysOfEachDialectEndWithAWithholding(String dialect) throws Exception {
        for (Course.Way way : Course.Way.values()) {
            Path own = Files.createDirectories(folder.resolve(way.name()));
            try (Course course = Course.of(dialect, way, own)) {
                assertThatCode(() -> {
                            course.run();
                            course.run();
                        })
                        .doesNotThrowAnyException();
            }
        }
    }
}
