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

/** Both ends of Anhui's files, for tests of what becomes of replies to several withholdings. */
final class AnhuiFiles implements AutoCloseable {
    static final String FIRST = "W261123175200000001A";
    static final String SECOND = "W261123175200000002A";
    static final String THIRD = "W261123175200000003A";
    /** What stands behind a serial that was booked. */
    static final String BOOKED = "|0000|交易成功|34202611230000000001|110200|20261124093000\n";

    final MemorySpool spool = new MemorySpool();
    final KeptInbox inbox = new KeptInbox();
    final SftpStub province;
    final Links links;

    /** @param option of the profile, such as {@code left-out: waits} */
    AnhuiFiles(Path folder, String option) {
        province = new SftpStub(folder);
        links = FileLinks.links(folder, province).spool(spool).inbox(inbox);
        links.edit("34-anhui.yaml", "options:", "options:\n  " + option);
    }

    static void send(ProvinceLink link, String serial) {
        link.send(Samples.withhold(Samples.ANHUI, serial));
    }

    @Override
    public void close() throws IOException {
        province.close();
    }
}
