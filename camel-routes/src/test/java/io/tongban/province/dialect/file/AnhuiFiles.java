package io.tongban.province.dialect.file;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.FileLinks;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.KeptInbox;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of Anhui's files: a spool and an inbox here, and a folder over there. */
abstract class AnhuiFiles {
    /** The first of the day with withholdings. */
    static final String FILE = "JS2001_TONGBAN_20261123_001";
    /** What stands behind a serial that was booked. */
    static final String BOOKED = "|0000|交易成功|34202611230000000001|110200|20261124093000\n";
    /** A reply that books one withholding. */
    static final String RIGHT = Samples.SERIAL + BOOKED + "TOTAL|1|110200\n";

    static final String FIRST = "W261123175200000001A";
    static final String SECOND = "W261123175200000002A";
    static final String THIRD = "W261123175200000003A";

    final MemorySpool spool = new MemorySpool();
    final KeptInbox inbox = new KeptInbox();

    @TempDir
    Path folder;

    SftpStub province;

    @BeforeEach
    final void openProvince() {
        province = new SftpStub(folder);
    }

    @AfterEach
    final void closeProvince() throws IOException {
        province.close();
    }

    final Links links() {
        return FileLinks.links(folder, province).spool(spool).inbox(inbox);
    }

    /** @param option of the profile, such as {@code left-out: waits} */
    final Links links(String option) {
        return links().edit("34-anhui.yaml", "options:", "options:\n  " + option);
    }

    static void send(ProvinceLink link, String serial) {
        link.send(Samples.withhold(Samples.ANHUI, serial));
    }
}
