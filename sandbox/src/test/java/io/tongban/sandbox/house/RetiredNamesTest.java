package io.tongban.sandbox.house;

import static io.tongban.sandbox.house.Checkout.ROOT;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Names of our own that were given up for the field's (decision 0021) come back nowhere: not as types in the folder that
 * gave them up, and where they mean one thing only, in no text at all. Elsewhere the same word may name another thing.
 */
class RetiredNamesTest {
    private static final Path TABLE = Path.of("src/test/resources/house/retired-names.tsv");

    /** Code, contract, statements, settings, pages and documents; the histories of decisions, too. */
    private static final Set<String> TEXTS = Set.of(
            "java", "md", "yaml", "yml", "sql", "properties", "html", "tsv", "json", "xml", "py", "sh", "ts", "txt");

    /** Of one meaning: two words in one, or as they stood on the wire, in metrics and in the log. */
    private static final Pattern UNIQUE = Pattern.compile("\\b(?:TookBack|ProvinceTask|WithholdingTask|EnrolmentTask"
            + "|CounterTasks?|TaskSettlement|BookedWithholding|WithholdingLedger|WithholdingNews|EnrolmentNews|ChangeNews"
            + "|WorkerAnnouncer|SealedAnswer|DirectAnswers|ReplyDesk|QuietListening|ReluctantConnections|WordedProducer"
            + "|SilentMessage|AWAITING_COUNTER|awaiting[-_]counter|counter[-_]tasks?|left[-_]in[-_]peace|leftInPeace"
            + "|Persistence\\.insist|CallFailed\\.word|tongban_counter_tasks?)\\b");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    private static final Map<String, Set<String>> TYPES = new ConcurrentHashMap<>();

    private record Retired(String folder, String name, String now) {
        static Retired of(String line) {
            String[] fields = line.split("\t", -1);
            return new Retired(fields[0], fields[1], fields[2]);
        }
    }

    private static List<Retired> table() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(Retired::of).toList();
    }

    @Test
    void noTypeBearsANameThatItsFolderGaveUp() throws IOException {
        assertThat(table()).hasSizeGreaterThan(60);
        for (Retired each : table()) {
            assertThat(types(each.folder())).as("%s", each).doesNotContain(each.name());
        }
    }

    @Test
    void theNamesThatCameInTheirPlaceAreInUse() throws IOException {
        for (Retired each : table()) {
            if (!each.now().isEmpty()) {
                assertThat(types(each.folder())).as("%s", each).contains(each.now());
            }
        }
    }

    @Test
    void noTextSaysWhatMeantOneThingOnly() throws IOException {
        List<Path> texts = Checkout.files(RetiredNamesTest::isText);
        assertThat(texts).hasSizeGreaterThan(1_000);
        Set<String> found = new TreeSet<>();
        for (Path text : texts) {
            UNIQUE.matcher(Files.readString(text))
                    .results()
                    .map(MatchResult::group)
                    .forEach(word -> found.add(ROOT.relativize(text) + ": " + word));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void anOldWordIsFoundWhereverItStands() {
        assertThat(List.of(
                        "state = 'AWAITING_COUNTER'",
                        "/v1/admin/counter-tasks/{id}",
                        "reason=\"left-in-peace\"",
                        "new WithholdingTask(",
                        "create table counter_task ("))
                .allMatch(text -> UNIQUE.matcher(text).find());
        assertThat(declared("/** class Hearing */ final class OutcomeProcessor { private record Turn(int a) {} }"))
                .containsExactlyInAnyOrder("OutcomeProcessor", "Turn");
    }

    /** Of each folder once: rows name few folders, and reading one takes its time. */
    private static Set<String> types(String folder) {
        return TYPES.computeIfAbsent(folder, RetiredNamesTest::read);
    }

    private static Set<String> read(String folder) {
        try {
            Set<String> found = new TreeSet<>();
            for (Path source : Checkout.sources(ROOT.resolve(folder))) {
                found.addAll(declared(Files.readString(source)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> declared(String source) {
        return TYPE.matcher(COMMENT.matcher(source).replaceAll(" "))
                .results()
                .map(type -> type.group(1))
                .collect(toSet());
    }

    /** But this list itself. */
    private static boolean isText(String name) {
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !name.startsWith("RetiredNames")
                && !name.equals(String.valueOf(TABLE.getFileName()));
    }
}
