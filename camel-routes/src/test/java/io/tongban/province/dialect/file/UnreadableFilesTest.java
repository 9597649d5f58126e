package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.nearside.Samples;
import io.tongban.province.nearside.Unread;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a file that cannot be read the line is told at which it ends, to whoever looks. */
class UnreadableFilesTest extends AnhuiFiles {
    private static final String ROW = Samples.SERIAL + "|0000|ok|R1|110200|20261124093000\n";

    private final Unread unread = new Unread();

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '!', textBlock = """
            ROW;TOTAL|1|110201;                 ! unreadable: TOTAL|1|110201
            ROW;ANOTHER|0000;ROW;TOTAL|3|1;     ! unreadable: ANOTHER|0000
            ROW;REFUSED|F1;                     ! unreadable: REFUSED|F1
            <html>down;</html>;                 ! unreadable: <html>down
            """)
    void aReply(String file, String told) throws Exception {
        try (ProvinceLink link = sent(links())) {
            province.reply(FILE, file.replace("ROW;", ROW).replace(';', '\n'));

            assertThat(unread.nextArrived()).isEqualTo(told);
        }
    }

    @Test
    void aRowThatFitsAndSaysNothing() throws Exception {
        try (ProvinceLink link = sent(links())) {
            province.reply(FILE, ROW.replace("20261124", "yesterday") + "TOTAL|1|110200\n");

            assertThat(unread.nextArrived())
                    .isEqualTo("unreadable at booked-at: "
                            + ROW.replace("20261124", "yesterday").strip());
        }
    }

    @Test
    void nothingOfARowThatCanBeReadAndIsInProcess() throws Exception {
        try (ProvinceLink link = sent(links())) {
            province.reply(FILE, Samples.SERIAL + "|9999||||\nTOTAL|1|0\n");
            spool.round();
            province.reply(FILE + ".2", "no rows\nTOTAL|1|0\n");

            assertThat(unread.nextArrived()).isEqualTo("unreadable: no rows");
        }
    }

    @Test
    void theFirstOctetsOfWhatIsNotPacked() throws Exception {
        try (ProvinceLink link = sent(links("packed: gzip"))) {
            Files.write(province.out(FILE + ".rep.gz"), "x".repeat(5000).getBytes(StandardCharsets.US_ASCII));
            Files.createFile(province.out(FILE + ".rep.gz.ok"));

            assertThat(unread.nextArrived()).isEqualTo("unreadable: " + "x".repeat(1024));
        }
    }

    @Test
    void aReversal() throws Exception {
        try (ProvinceLink link = sent(links())) {
            province.reply("REVERSED_20261125_001", Samples.SERIAL + "|yesterday\nTOTAL|1|0\n");

            assertThat(unread.nextArrived()).isEqualTo("unreadable: " + Samples.SERIAL + "|yesterday");
        }
    }

    /** Who asks for a day is told in the call. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            20261122|01|110|1|5;20261122|02|110|5;TOTAL|2|5; ! 20261122|02|110|5
            20261122|01|110|1.5|1;TOTAL|1|1;                 ! 20261122|01|110|1.5|1
            20261122|01|110|1|5;TOTAL|1|6;                   ! TOTAL|1|6
            """)
    void aDay(String file, String told) throws Exception {
        Files.writeString(province.out("JS5001_TONGBAN_20261122.txt"), file.replace(';', '\n'));
        Files.createFile(province.out("JS5001_TONGBAN_20261122.txt.ok"));
        try (ProvinceLink link = links().inbox(unread).open()) {
            assertThat(link.send(Samples.totals(Samples.ANHUI), unread)).isInstanceOf(ProvinceReply.Unknown.class);

            assertThat(unread.inCalls).containsExactly(told);
        }
    }

    private ProvinceLink sent(Links links) throws InterruptedException {
        ProvinceLink link = links.inbox(unread).open();
        link.send(Samples.withhold(Samples.ANHUI));
        spool.round();
        return link;
    }
}
