package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that tell of a day: read where they are whole, waited for where they are not. */
class DayFilesTest extends AnhuiFiles {
    private static final String TOTALS = "JS5001_TONGBAN_20261122.txt";
    private static final String ITEMS = "JS5002_TONGBAN_20261122.txt";
    private static final String DAY = "20261122|01|110|12|1920001\n20261122|02|110|1|160000\nTOTAL|2|2080001\n";

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = links().open();
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void readsADaysTotalsAndItemsOnceTheyAreThere() throws Exception {
        assertThat(link.send(Samples.totals(Samples.ANHUI))).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
        Files.writeString(province.out(TOTALS), DAY);
        assertThat(link.send(Samples.totals(Samples.ANHUI)))
                .as("without its mark it may be written still")
                .isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
        Files.createFile(province.out(TOTALS + ".ok"));

        assertThat(link.send(Samples.totals(Samples.ANHUI)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.TOTALS));

        write(ITEMS, "20261122|01|" + Samples.SERIAL + "|160001\n20261122|02|THEIRS-1|160000\nTOTAL|2|320001\n");
        assertThat(link.send(Samples.items(Samples.ANHUI, 1)))
                .isEqualTo(new ProvinceReply.Accepted(
                        Samples.SERIAL,
                        new ProvinceDetail.DayItems(((ProvinceDetail.DayItems) Samples.ITEMS).items(), false)));
        assertThat(province.opened)
                .as("each file once")
                .filteredOn(ITEMS::equals)
                .hasSize(1);
        assertThat(link.send(Samples.items(Samples.ANHUI, 2)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.DayItems(List.of(), false)));
    }

    @Test
    void readsALongListPageByPage() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < DayFiles.PAGE + 1; i++) {
            rows.append("20261122|01|S%07d|1%n".formatted(i).replace(System.lineSeparator(), "\n"));
        }
        write(ITEMS, rows + "TOTAL|10001|10001\n");

        assertThat(items(1).items()).hasSize(DayFiles.PAGE);
        assertThat(items(1).more()).isTrue();
        assertThat(items(2).items())
                .containsExactly(new ProvinceDetail.DayItem(ProvinceDetail.EntryKind.WITHHOLD, "S0010000", 1));
        assertThat(items(2).more()).isFalse();
        assertThat(items(3).items()).isEmpty();
        assertThat(province.opened).as("once a page").filteredOn(ITEMS::equals).hasSize(5);
    }

    private ProvinceDetail.DayItems items(int page) {
        ProvinceReply reply = link.send(Samples.items(Samples.ANHUI, page));
        return (ProvinceDetail.DayItems) ((ProvinceReply.Accepted) reply).detail();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261121|01|110|12|1920001\nTOTAL|1|1920001\n",
                "20261122|01|110|12|1920001\nTOTAL|1|1920000\n",
                "20261122|01|110|12|1920001\nTOTAL|2|1920001\n",
                "20261122|01|110|12|1920001\n",
                "20261122|01|110|12\nTOTAL|1|0\n",
                "20261122|01|110|12|-1\nTOTAL|1|-1\n",
                "20261122|01|110|1.5|1\nTOTAL|1|1\n",
                "20261122|09|110|1|1\nTOTAL|1|1\n",
                "20261122|01|999|1|1\nTOTAL|1|1\n",
                "20261122|01|110|1|1\n20261122|01|110|2|2\nTOTAL|2|3\n",
                "REFUSED|F001|nothing\n",
                ""
            })
    void takesAFileThatIsNotRightForNone(String text) throws Exception {
        write(TOTALS, text);

        assertThat(link.send(Samples.totals(Samples.ANHUI))).isInstanceOf(ProvinceReply.Unknown.class);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(province.out(name), text);
        Files.createFile(province.out(name + ".ok"));
    }
}
