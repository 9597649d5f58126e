package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool.Progress;
import io.tongban.province.nearside.Samples;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A province that answers rows as they are done: each reply has some, and what it leaves out is still open there. */
class RowRepliesTest extends AnhuiFiles {
    private static final String ONE = "TOTAL|1|110200\n";

    private Links links;

    @BeforeEach
    void word() {
        links = links("left-out: waits");
    }

    @Test
    void answersEachRowByAReplyOfItsOwn() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoRowsInOneFile(link);
            province.reply(FILE, SECOND + BOOKED + ONE);

            assertThat(inbox.next().serial()).isEqualTo(SECOND);
            spool.round();
            assertThat(spool.find(Samples.ANHUI, FIRST)).contains(Progress.IN_FILE);
            assertThat(spool.find(Samples.ANHUI, SECOND)).contains(Progress.ANSWERED);
            assertThat(province.sent()).hasSize(2);

            province.reply(FILE + ".2", FIRST + BOOKED + ONE);
            assertThat(inbox.next().serial()).isEqualTo(FIRST);
            spool.round();
            assertThat(spool.files()).isEmpty();
            assertThat(province.sent()).hasSize(2);
        }
    }

    @Test
    void oneRowThatStaysOpenHoldsNeitherItsFileNorTheNext() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoRowsInOneFile(link);
            province.reply(FILE, FIRST + "|5000|处理中|||\n" + "TOTAL|1|0\n");
            spool.round();
            send(link, THIRD);
            spool.uploaded();
            province.reply(FILE.replace("_001", "_002"), THIRD + BOOKED + ONE);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Pending.class);
            assertThat(inbox.next().serial()).isEqualTo(THIRD);

            province.reply(FILE + ".2", SECOND + BOOKED + ONE);
            assertThat(inbox.next().serial()).isEqualTo(SECOND);
            province.reply(FILE + ".3", FIRST + BOOKED + ONE);
            assertThat(inbox.next().serial()).isEqualTo(FIRST);
        }
    }

    @Test
    void aFileThatIsRefusedAtOnceGoesAgain() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoRowsInOneFile(link);
            province.reply(FILE, "REFUSED|F001|合计有误\n");
            spool.round();
            spool.uploaded();

            assertThat(province.sent()).contains(FILE.replace("_001", "_002") + ".ok");
        }
    }

    @Test
    void aFileOfWhichARowIsAnsweredIsNotRefusedAnyMore() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoRowsInOneFile(link);
            province.reply(FILE, SECOND + BOOKED + ONE);
            assertThat(inbox.next().serial()).isEqualTo(SECOND);
            province.reply(FILE + ".2", "REFUSED|F001|合计有误\n");
            spool.round();
            spool.round();

            assertThat(spool.find(Samples.ANHUI, FIRST)).contains(Progress.IN_FILE);
            assertThat(province.sent()).hasSize(2);
        }
    }

    @Test
    void goesOnWhereAnotherGatewayWas() throws Exception {
        try (ProvinceLink link = links.open()) {
            twoRowsInOneFile(link);
            province.reply(FILE, SECOND + BOOKED + ONE);
            assertThat(inbox.next().serial()).isEqualTo(SECOND);
            spool.round();
        }
        try (ProvinceLink link = links.open()) {
            province.reply(FILE + ".2", FIRST + BOOKED + ONE);
            assertThat(inbox.next().serial()).isEqualTo(SECOND);
            assertThat(inbox.next().serial()).isEqualTo(FIRST);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> spool.files().isEmpty());
            assertThat(province.sent()).hasSize(2);
        }
    }

    @Test
    void hasNoEffectWhereAReplyIsADays() {
        links.edit("34-anhui.yaml", "options:", "options:\n  reply-name: \"{kind}_{day}{again:.}.rep\"");

        assertThatThrownBy(links::open)
                .hasStackTraceContaining("has \"left-out\", which has no effect where reply-name");
    }

    private void twoRowsInOneFile(ProvinceLink link) throws InterruptedException {
        spool.atOnce(() -> {
            send(link, FIRST);
            send(link, SECOND);
        });
        spool.uploaded();
    }
}
