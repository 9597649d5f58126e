package io.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes a program sees the javadoc and not the contract: each field of an answer is explained in it. */
class FieldTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/tongban/api");
    private static final Pattern RECORD = Pattern.compile("^public record (\\w+)\\(", Pattern.MULTILINE);
    private static final Pattern SETTER =
            Pattern.compile("(\\*/|\\}|\\{)\\s+public Builder (?!toBuilder|builder)(\\w+)\\(");

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("contract"))
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> records() throws IOException {
        return sources().filter(file -> RECORD.matcher(read(file)).find());
    }

    static Stream<Path> requests() throws IOException {
        return sources().filter(file -> read(file).contains("class Builder"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(Path file) throws ClassNotFoundException {
        String path = SOURCES.relativize(file).toString();
        return Class.forName("io.tongban.api." + path.replace(".java", "").replace('/', '.'));
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachFieldOfAnAnswerHasItsText(Path file) throws Exception {
        String source = read(file);
        Matcher record = RECORD.matcher(source);
        assertThat(record.find()).isTrue();
        String before = source.substring(0, record.start());

        assertThat(Arrays.stream(type(file).getRecordComponents())
                        .map(component -> component.getName())
                        .filter(name -> !before.contains(" * @param " + name + " ")))
                .as("fields of %s without a text", file.getFileName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachFieldOfARequestHasItsText(Path file) {
        List<String> silent = new ArrayList<>();
        Matcher setter = SETTER.matcher(read(file));
        while (setter.find()) {
            if (!setter.group(1).equals("*/")) {
                silent.add(setter.group(2));
            }
        }
        assertThat(silent).as("fields of %s without a text", file.getFileName()).isEmpty();
    }
}
