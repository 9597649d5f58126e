package io.tongban.province.dialect.file;

import static io.tongban.province.dialect.file.AnhuiFiles.BOOKED;
import static io.tongban.province.dialect.file.AnhuiFiles.FIRST;
import static io.tongban.province.dialect.file.AnhuiFiles.SECOND;
import static io.tongban.province.dialect.file.AnhuiFiles.THIRD;
import static io.tongban.province.dialect.file.AnhuiFiles.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One reply a day, to all files of a kind. */
class DayRepliesTest {
    @TempDir
    Path folder;

    private AnhuiFiles files;

    @BeforeEach
    void start() {
        files = new AnhuiFiles(folder, "reply-name: \"{kind}_{day}{again:.}.rep\"");
    }

    @AfterEach
    void stop() throws IOException {
        files.close();
    }

    @Test
    void answersAllFilesOfADay() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoFiles(link);
            files.province.reply("JS2001_20261123", FIRST + BOOKED + SECOND + BOOKED + "TOTAL|2|220400\n");

            assertThat(files.inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(files.inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            files.spool.round();
            assertThat(files.spool.files()).isEmpty();
        }
    }

    /** Once for its total and once for its rows, however many files it answers; and not again for those that come later. */
    @Test
    void readsAReplyOnceForAllFilesOfADay() throws Exception {
        String reply = "JS2001_20261123.rep";
        try (ProvinceLink link = files.links.open()) {
            twoFiles(link);
            files.province.reply("JS2001_20261123", FIRST + BOOKED + SECOND + BOOKED + "TOTAL|2|220400\n");
            files.inbox.next();
            files.inbox.next();
            files.spool.round();
            send(link, THIRD);
            files.spool.uploaded();
            files.province.reply("JS2001_20261123.2", THIRD + BOOKED + "TOTAL|1|110200\n");
            assertThat(files.inbox.next().serial()).isEqualTo(THIRD);
            files.spool.round();

            assertThat(files.province.opened).filteredOn(reply::equals).hasSize(2);
            assertThat(files.spool.files()).isEmpty();
        }
    }

    /** The one that is whole is done with, whatever the other waits for. */
    @Test
    void endsEachFileByItsOwnRows() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoFiles(link);
            files.province.reply("JS2001_20261123", SECOND + BOOKED + "TOTAL|1|110200\n");
            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
            files.spool.round();

            assertThat(files.spool.files())
                    .extracting(ProvinceSpool.Batch::number)
                    .containsExactly(1);
        }
    }

    @Test
    void readsMoreRowsThanAFileMayHave() throws Exception {
        files.links.edit("34-anhui.yaml", "  rows: 10000                 # the most rows of a file", "  rows: 1");
        String others = IntStream.range(3, 23)
                .mapToObj(number -> FIRST.replace("01A", String.format("%02dA", number)) + BOOKED)
                .collect(Collectors.joining());
        try (ProvinceLink link = files.links.open()) {
            twoFiles(link);
            files.province.reply("JS2001_20261123", others + FIRST + BOOKED + SECOND + BOOKED + "TOTAL|22|2424400\n");

            assertThat(Set.of(files.inbox.next().serial(), files.inbox.next().serial()))
                    .containsExactlyInAnyOrder(FIRST, SECOND);
        }
    }

    /** The second file may have been read over there after the reply was written; sent again, it might be booked twice. */
    @Test
    void sendsNothingAgainThatADaysReplyLeavesOut() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoFiles(link);
            files.province.reply("JS2001_20261123", FIRST + BOOKED + "TOTAL|1|110200\n");
            assertThat(files.inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            files.spool.round();

            assertThat(files.spool.find(Samples.ANHUI, SECOND)).contains(ProvinceSpool.Progress.IN_FILE);
            assertThat(files.province.sent()).hasSize(4);

            files.province.reply("JS2001_20261123.2", SECOND + BOOKED + "TOTAL|1|110200\n");
            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
        }
    }

    @Test
    void sendsNothingAgainOfADayThatIsRefusedAsAWhole() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoFiles(link);
            files.province.reply("JS2001_20261123", "REFUSED|9999|维护\n");
            files.spool.round();

            assertThat(files.spool.find(Samples.ANHUI, FIRST)).contains(ProvinceSpool.Progress.IN_FILE);
            assertThat(files.spool.find(Samples.ANHUI, SECOND)).contains(ProvinceSpool.Progress.IN_FILE);
            assertThat(files.province.sent()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{day}{again:.}.rep",
                "{kind}_{day}.rep",
                "{kind}_{name}{again:.}.rep",
                "{kind}{again:-}_{day}.rep"
            })
    void refusesANameThatCannotTellOneReplyFromAnother(String name) {
        files.links.edit("34-anhui.yaml", "{kind}_{day}{again:.}.rep", name);

        assertThatThrownBy(files.links::open).hasStackTraceContaining("\"options.reply-name\" cannot be used");
    }

    private void twoFiles(ProvinceLink link) throws InterruptedException {
        send(link, FIRST);
        files.spool.uploaded();
        send(link, SECOND);
        files.spool.uploaded();
    }
}
