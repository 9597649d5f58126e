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
import io.tongban.province.ProvinceSpool.Progress;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A province that answers rows as they are done: each reply has some, and what it leaves out is still open there. */
class RowRepliesTest {
    private static final String FILE = "JS2001_TONGBAN_20261123_001";
    private static final String ONE = "TOTAL|1|110200\n";

    @TempDir
    Path folder;

    private AnhuiFiles files;

    @BeforeEach
    void start() {
        files = new AnhuiFiles(folder, "left-out: waits");
    }

    @AfterEach
    void stop() throws IOException {
        files.close();
    }

    @Test
    void answersEachRowByAReplyOfItsOwn() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoRowsInOneFile(link);
            files.province.reply(FILE, SECOND + BOOKED + ONE);

            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
            files.spool.round();
            assertThat(files.spool.find(Samples.ANHUI, FIRST)).contains(Progress.IN_FILE);
            assertThat(files.spool.find(Samples.ANHUI, SECOND)).contains(Progress.ANSWERED);
            assertThat(files.province.sent()).hasSize(2);

            files.province.reply(FILE + ".2", FIRST + BOOKED + ONE);
            assertThat(files.inbox.next().serial()).isEqualTo(FIRST);
            files.spool.round();
            assertThat(files.spool.files()).isEmpty();
            assertThat(files.province.sent()).hasSize(2);
        }
    }

    @Test
    void oneRowThatStaysOpenHoldsNeitherItsFileNorTheNext() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoRowsInOneFile(link);
            files.province.reply(FILE, FIRST + "|5000|处理中|||\n" + "TOTAL|1|0\n");
            files.spool.round();
            send(link, THIRD);
            files.spool.uploaded();
            files.province.reply(FILE.replace("_001", "_002"), THIRD + BOOKED + ONE);
            assertThat(files.inbox.next()).isInstanceOf(ProvinceReply.Pending.class);
            assertThat(files.inbox.next().serial()).isEqualTo(THIRD);

            files.province.reply(FILE + ".2", SECOND + BOOKED + ONE);
            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
            files.province.reply(FILE + ".3", FIRST + BOOKED + ONE);
            assertThat(files.inbox.next().serial()).isEqualTo(FIRST);
        }
    }

    @Test
    void aFileThatIsRefusedAtOnceGoesAgain() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoRowsInOneFile(link);
            files.province.reply(FILE, "REFUSED|F001|合计有误\n");
            files.spool.round();
            files.spool.uploaded();

            assertThat(files.province.sent()).contains(FILE.replace("_001", "_002") + ".ok");
        }
    }

    @Test
    void aFileOfWhichARowIsAnsweredIsNotRefusedAnyMore() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoRowsInOneFile(link);
            files.province.reply(FILE, SECOND + BOOKED + ONE);
            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
            files.province.reply(FILE + ".2", "REFUSED|F001|合计有误\n");
            files.spool.round();
            files.spool.round();

            assertThat(files.spool.find(Samples.ANHUI, FIRST)).contains(Progress.IN_FILE);
            assertThat(files.province.sent()).hasSize(2);
        }
    }

    @Test
    void goesOnWhereAnotherGatewayWas() throws Exception {
        try (ProvinceLink link = files.links.open()) {
            twoRowsInOneFile(link);
            files.province.reply(FILE, SECOND + BOOKED + ONE);
            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
            files.spool.round();
        }
        try (ProvinceLink link = files.links.open()) {
            files.province.reply(FILE + ".2", FIRST + BOOKED + ONE);
            assertThat(files.inbox.next().serial()).isEqualTo(SECOND);
            assertThat(files.inbox.next().serial()).isEqualTo(FIRST);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> files.spool.files().isEmpty());
            assertThat(files.province.sent()).hasSize(2);
        }
    }

    @Test
    void hasNoEffectWhereAReplyIsADays() {
        files.links.edit("34-anhui.yaml", "options:", "options:\n  reply-name: \"{kind}_{day}{again:.}.rep\"");

        assertThatThrownBy(files.links::open)
                .hasStackTraceContaining("has \"left-out\", which has no effect where reply-name");
    }

    private void twoRowsInOneFile(ProvinceLink link) throws InterruptedException {
        files.spool.atOnce(() -> {
            send(link, FIRST);
            send(link, SECOND);
        });
        files.spool.uploaded();
    }
}
