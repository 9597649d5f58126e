package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Samples;
import io.tongban.province.nearside.Unread;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that cannot be read is told column by column, to the one who calls. */
class UnreadableRowsTest {
    private static final String ROW = "BT=2\nJYM=DT2\nYLSH=" + Samples.SERIAL + "\nFHM=00\nFHXX=%s\nHZ=DT1\nHZJE=%s\n";

    private final ExchangeStub province = new ExchangeStub();
    private final Unread unread = new Unread();

    @TempDir
    Path folder;

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = Dongting.unhurried(folder, province.endpoint()).open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @Test
    void thatIsJudgedAsAWhole() {
        province.answering(Dongting.BOOKED + "new.\"HZSJ\" := 'yesterday';");

        unreadable();

        assertThat(unread.inCalls).containsExactly(ROW.formatted("", "1102.00") + "HZSJ=yesterday\n\n");
    }

    @Test
    void asFarAsItWasRead() {
        province.answering(Dongting.BOOKED + "new.\"FHXX\" := repeat('x', 10000000);");

        unreadable();

        assertThat(unread.inCalls)
                .as("the database cuts it off")
                .containsExactly(ROW.formatted("x".repeat(201), "").replaceFirst("HZ=(?s:.*)", ""));
    }

    @Test
    void withTheEntriesBehindIt() {
        province.answering(Dongting.BOOKED + "insert into \"Qzk\".\"WbJhMx\" (\"LSH\", \"XZ\", \"ZT\") "
                + "select new.\"LSH\", 'Y' || n, 'J' from generate_series(1000, 1099) n; "
                + "insert into \"Qzk\".\"WbJhMx\" (\"LSH\", \"XZ\", \"ZT\") values (new.\"LSH\", 'Y2000', 'J');");

        assertThat(link.send(Samples.query(Samples.DONGTING), unread))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));

        assertThat(unread.inCalls)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("BT=2\nJYM=DT3\n")
                        .containsPattern("\n\nXZ=Y1\\d{3}\nZT=J\nZZ=\n\nXZ=Y"));
    }

    /** Of a day's ten thousand items the first few say enough. */
    @Test
    void andNoMoreThanAFewKilobytes() {
        ReadColumns read = new ReadColumns();
        for (int i = 0; i < 10_000; i++) {
            read.column("LSH", Samples.SERIAL);
            read.rowEnded();
        }

        assertThat(read.octets()).hasSizeBetween(4096, 4200);
    }

    @Test
    void andNothingIsToldOfOneThatCanBeRead() {
        province.answering(Dongting.refusing("77"));

        assertThat(link.send(Samples.withhold(Samples.DONGTING), unread)).isInstanceOf(ProvinceReply.Unknown.class);

        assertThat(unread.inCalls).isEmpty();
    }

    private void unreadable() {
        assertThat(link.send(Samples.withhold(Samples.DONGTING), unread))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }
}
