package io.tongban.gateway.delivery.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.ProvinceSpool.Line;
import io.tongban.province.ProvinceSpool.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final ProvinceCode JIANGSU = new ProvinceCode("32");
    private static final ProvinceCode ANHUI = new ProvinceCode("34");
    private static final String DAY = "20261123";

    private final House house = new House();
    private final ProvinceSpool spool = house.get(Spool.class);
    private final ProvinceSpool anotherNode = new Spool(house.jdbi, house.get(Pii.class));

    @Test
    void takesALineOnceAndAsItWasFirst() {
        put("s1", "first");
        put("s1", "second");
        Batch batch = cut(10);
        assertThat(spool.lines(batch)).containsExactly(new Line(JIANGSU, "s1", "withhold", "first"));
        put("s1", "third");
        assertThat(spool.cut(JIANGSU, "withhold", DAY, 10)).isEmpty();
    }

    @Test
    void knowsHowFarALineHasGot() {
        assertThat(spool.find(JIANGSU, "s1")).isEmpty();
        put("s1", "text");
        assertThat(spool.find(JIANGSU, "s1")).contains(Progress.WAITING);
        assertThat(spool.find(ANHUI, "s1")).isEmpty();
        cut(10);
        assertThat(spool.find(JIANGSU, "s1")).contains(Progress.IN_FILE);
        spool.answered(JIANGSU, "s1");
        assertThat(spool.find(JIANGSU, "s1")).contains(Progress.ANSWERED);
    }

    @Test
    void linesThatAReplyLeftOutWaitAgainThoughTheirFileStaysOpen() {
        IntStream.range(0, 4).forEach(i -> put("s" + i, "text " + i));
        Batch file = cut(10);
        spool.answered(JIANGSU, "s2");

        spool.leftOut(file, Set.of("s1", "s2"));

        assertThat(spool.find(JIANGSU, "s0")).contains(Progress.IN_FILE);
        assertThat(spool.find(JIANGSU, "s1")).contains(Progress.WAITING);
        assertThat(spool.find(JIANGSU, "s2")).contains(Progress.ANSWERED);
        assertThat(spool.lines(file)).extracting(Line::serial).containsExactly("s0", "s2", "s3");
        assertThat(spool.open(JIANGSU)).hasSize(1);
        assertThat(spool.lines(cut(10))).extracting(Line::serial).containsExactly("s1");
    }

    @Test
    void bindsTheOldestLinesOfOneKindAndNumbersFilesByDay() {
        IntStream.range(0, 5).forEach(i -> put("s" + i, "text " + i));
        spool.put(new Line(JIANGSU, "r1", "register", "text"));
        Batch first = cut(3);
        Batch second = cut(3);
        assertThat(first.number()).isEqualTo(1);
        assertThat(spool.lines(first)).extracting(Line::text).containsExactly("text 0", "text 1", "text 2");
        assertThat(second.number()).isEqualTo(2);
        assertThat(spool.lines(second)).extracting(Line::serial).containsExactly("s3", "s4");
        assertThat(spool.cut(JIANGSU, "register", DAY, 3)).map(Batch::number).contains(1);
        put("s5", "text 5");
        assertThat(spool.cut(JIANGSU, "withhold", "20261124", 3))
                .map(Batch::number)
                .contains(1);
    }

    @Test
    void nodesThatCutAtOnceShareTheLinesAndTheNumbers() throws Exception {
        IntStream.range(0, 40).forEach(i -> put("s" + i, "text"));
        Queue<Batch> files = new ConcurrentLinkedQueue<>();
        Crowd.run(8, i -> () -> {
            ProvinceSpool node = i % 2 == 0 ? spool : anotherNode;
            node.cut(JIANGSU, "withhold", DAY, 5).ifPresent(files::add);
            return i;
        });
        assertThat(files).extracting(Batch::number).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(files.stream().flatMap(file -> spool.lines(file).stream()).map(Line::serial))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    /** Between any two steps: what was done stands, and the next node finds the file as it was cut. */
    @Test
    void aDeathBetweenTwoStepsLeavesTheSameFileToTheNextNode() {
        put("s1", "text");
        Batch cut = cut(10);
        put("s2", "text");
        assertThat(anotherNode.open(JIANGSU)).containsExactly(cut);
        assertThat(anotherNode.lines(cut)).extracting(Line::serial).containsExactly("s1");

        spool.uploaded(cut, House.NOW);
        spool.uploaded(cut, House.NOW.plusSeconds(60));
        assertThat(anotherNode.open(JIANGSU)).extracting(Batch::uploadedAt).containsExactly(House.NOW);

        anotherNode.answered(JIANGSU, "s1");
        anotherNode.answered(JIANGSU, "s1");
        assertThat(spool.open(JIANGSU)).hasSize(1);
        anotherNode.done(cut);
        anotherNode.done(cut);
        assertThat(spool.open(JIANGSU)).isEmpty();
        assertThat(spool.find(JIANGSU, "s2")).contains(Progress.WAITING);
    }

    @Test
    void whatAFileWasAnsweredWithoutWaitsForAnotherFile() {
        put("s1", "text 1");
        put("s2", "text 2");
        Batch first = cut(10);
        spool.answered(JIANGSU, "s1");
        spool.done(first);
        assertThat(spool.find(JIANGSU, "s1")).contains(Progress.ANSWERED);
        assertThat(spool.find(JIANGSU, "s2")).contains(Progress.WAITING);
        Batch second = cut(10);
        spool.done(first);
        assertThat(spool.lines(second)).containsExactly(new Line(JIANGSU, "s2", "withhold", "text 2"));
    }

    @Test
    void oneNodeTendsAProvinceUntilItsTimeIsUp() {
        assertThat(spool.tend(JIANGSU, Duration.ofMinutes(1))).isTrue();
        assertThat(anotherNode.tend(JIANGSU, Duration.ofMinutes(1))).isFalse();
        assertThat(spool.tend(JIANGSU, Duration.ofMinutes(1))).isTrue();
        assertThat(anotherNode.tend(ANHUI, Duration.ofMinutes(1))).isTrue();
        house.jdbi.useHandle(handle -> handle.execute("UPDATE spool_transfer_lease SET until = now()"));
        assertThat(anotherNode.tend(JIANGSU, Duration.ofMinutes(1))).isTrue();
        assertThat(spool.tend(JIANGSU, Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void storesNoTextInClear() {
        put("s1", "李秀英");
        byte[] stored = house.jdbi.withHandle(handle -> handle.createQuery("SELECT text FROM spool_line")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("李秀英");
        assertThat(cut(1).toString() + spool.lines(spool.open(JIANGSU).get(0))).doesNotContain("李秀英");
    }

    @Test
    void whatAPersonSettledIsNotSentAnyMore() {
        put("s1", "text");
        house.jdbi.useTransaction(handle -> house.get(Spool.class).withdraw(handle, JIANGSU, "s1"));
        assertThat(spool.cut(JIANGSU, "withhold", DAY, 10)).isEmpty();
    }

    @Test
    void removesWhatWasAnsweredLongAgoAndNothingElse() {
        List.of("s1", "s2", "s3").forEach(serial -> put(serial, "text"));
        Batch old = cut(2);
        spool.answered(JIANGSU, "s1");
        spool.answered(JIANGSU, "s2");
        spool.done(old);
        Batch open = cut(2);
        house.jdbi.useHandle(handle -> handle.execute("""
                UPDATE spool_line SET put_at = put_at - interval '90 days',
                    answered_at = now() - CASE serial WHEN 's1' THEN interval '31 days' ELSE interval '29 days' END
                WHERE serial <> 's3'"""));
        house.jdbi.useHandle(handle ->
                handle.execute("UPDATE spool_file SET done_at = now() - interval '31 days' WHERE done_at IS NOT NULL"));
        house.get(SpoolHousekeeping.class).removeOld();
        assertThat(spool.find(JIANGSU, "s1")).isEmpty();
        assertThat(spool.find(JIANGSU, "s2")).isPresent();
        assertThat(spool.open(JIANGSU)).containsExactly(open);
        assertThat(house.count("spool_file")).isEqualTo(2);
        spool.answered(JIANGSU, "s2");
        house.jdbi.useHandle(handle -> handle.execute(
                "UPDATE spool_line SET answered_at = now() - interval '31 days'" + " WHERE serial = 's2'"));
        house.get(SpoolHousekeeping.class).removeOld();
        assertThat(house.count("spool_file")).isEqualTo(1);
    }

    private void put(String serial, String text) {
        spool.put(new Line(JIANGSU, serial, "withhold", text));
    }

    private Batch cut(int atMost) {
        return spool.cut(JIANGSU, "withhold", DAY, atMost).orElseThrow();
    }
}
