package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.nearside.Samples;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One reply a day, to all files of a kind. */
class DayRepliesTest extends AnhuiFiles {
    private Links links;

    @BeforeEach
    void word() {
        links = links("reply-name: \"{kind}_{day}{again:.}.rep\"");
    }

    @Test
    void answersAllFilesOfADay() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoFiles(link);
            province.reply("JS2001_20261123", FIRST + BOOKED + SECOND + BOOKED + "TOTAL|2|220400\n");

            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            spool.round();
            assertThat(spool.files()).isEmpty();
        }
    }

    /** Once for its total and once for its rows, however many files it answers; and not again for those that come later. */
    @Test
    void readsAReplyOnceForAllFilesOfADay() throws Exception {
        String reply = "JS2001_20261123.rep";
        try (ProvinceLink link = links.open()) {
            twoFiles(link);
            province.reply("JS2001_20261123", FIRST + BOOKED + SECOND + BOOKED + "TOTAL|2|220400\n");
            inbox.next();
            inbox.next();
            spool.round();
            send(link, THIRD);
            spool.uploaded();
            province.reply("JS2001_20261123.2", THIRD + BOOKED + "TOTAL|1|110200\n");
            assertThat(inbox.next().serial()).isEqualTo(THIRD);
            spool.round();

            assertThat(province.opened).filteredOn(reply::equals).hasSize(2);
            assertThat(spool.files()).isEmpty();
        }
    }

    /** The one that is whole is done with, whatever the other waits for. */
    @Test
    void endsEachFileByItsOwnRows() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoFiles(link);
            province.reply("JS2001_20261123", SECOND + BOOKED + "TOTAL|1|110200\n");
            assertThat(inbox.next().serial()).isEqualTo(SECOND);
            spool.round();

            assertThat(spool.files()).extracting(ProvinceSpool.Batch::number).containsExactly(1);
        }
    }

    @Test
    void readsMoreRowsThanAFileMayHave() throws Exception {
        links.edit("34-anhui.yaml", "  rows: 10000                 # the most rows of a file", "  rows: 1");
        String others = IntStream.range(3, 23)
                .mapToObj(number -> FIRST.replace("01A", String.format("%02dA", number)) + BOOKED)
                .collect(Collectors.joining());
        try (ProvinceLink link = links.open()) {
            twoFiles(link);
            province.reply("JS2001_20261123", others + FIRST + BOOKED + SECOND + BOOKED + "TOTAL|22|2424400\n");

            assertThat(Set.of(inbox.next().serial(), inbox.next().serial())).containsExactlyInAnyOrder(FIRST, SECOND);
        }
    }

    /** The second file may have been read over there after the reply was written; sent again, it might be booked twice. */
    @Test
    void sendsNothingAgainThatADaysReplyLeavesOut() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoFiles(link);
            province.reply("JS2001_20261123", FIRST + BOOKED + "TOTAL|1|110200\n");
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            spool.round();

            assertThat(spool.find(Samples.ANHUI, SECOND)).contains(ProvinceSpool.Progress.IN_FILE);
            assertThat(province.sent()).hasSize(4);

            province.reply("JS2001_20261123.2", SECOND + BOOKED + "TOTAL|1|110200\n");
            assertThat(inbox.next().serial()).isEqualTo(SECOND);
        }
    }

    @Test
    void sendsNothingAgainOfADayThatIsRefusedAsAWhole() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoFiles(link);
            province.reply("JS2001_20261123", "REFUSED|9999|维护\n");
            spool.round();

            assertThat(spool.find(Samples.ANHUI, FIRST)).contains(ProvinceSpool.Progress.IN_FILE);
            assertThat(spool.find(Samples.ANHUI, SECOND)).contains(ProvinceSpool.Progress.IN_FILE);
            assertThat(province.sent()).hasSize(4);
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
        links.edit("34-anhui.yaml", "{kind}_{day}{again:.}.rep", name);

        assertThatThrownBy(links::open).hasStackTraceContaining("\"options.reply-name\" cannot be used");
    }

    private void twoFiles(ProvinceLink link) throws InterruptedException {
        send(link, FIRST);
        spool.uploaded();
        send(link, SECOND);
        spool.uploaded();
    }
}
