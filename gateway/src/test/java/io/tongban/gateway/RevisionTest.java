package io.tongban.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A partner tells older from newer by the revision, so no statement may change what bears one and not count it. */
class RevisionTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern UPDATE =
            Pattern.compile("(?is)\\bupdate\\s+(worker|enrolment|mandate|withholding)\\s+set\\s+(.{30})");

    @Test
    void everyUpdateCountsTheRevision() throws IOException {
        List<String> updates = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher update = UPDATE.matcher(Files.readString(file, UTF_8));
                while (update.find()) {
                    updates.add(file.getFileName() + ": " + update.group(1) + ": " + update.group(2));
                }
            }
        }

        assertThat(updates).hasSizeGreaterThan(9).allMatch(RevisionTest::counts);
    }

    /** How an enrolment is dealt with inside, and in which day's books a reversal stands, is seen by nobody. */
    private static boolean counts(String update) {
        return update.contains(": revision = revision + 1,")
                || update.contains("enrolment: at_province = ")
                || update.contains("enrolment: answer_due = ")
                || update.contains("withholding: taken_back_at = ");
    }
}
