package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.FileLinks;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.KeptInbox;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Files that fail, with everyone's debug log on: no person, no row and no password is in it. */
@Isolated("reads what this JVM logs")
class FileQuietLogsTest {
    private static final Logger ROOT = Logger.getLogger("");
    private static final String FILE = "JS2001_TONGBAN_20261123_001";

    private final MemorySpool spool = new MemorySpool();
    private final KeptInbox inbox = new KeptInbox();

    @TempDir
    Path folder;

    @Test
    void aReplyThatIsNotRightLeavesItsNameOnceAndNothingOfWhatItSays() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler reader = new Reader(lines);
        Level before = ROOT.getLevel();
        ROOT.setLevel(Level.FINE);
        ROOT.addHandler(reader);
        try (SftpStub province = new SftpStub(folder)) {
            province.cutAfter.set(10);
            try (ProvinceLink link =
                    FileLinks.links(folder, province).spool(spool).inbox(inbox).open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                spool.round();
                spool.round();
                province.reply(FILE, Samples.SERIAL + "|0000|" + Samples.NAME + "|" + Samples.CITIZEN_NUMBER + "\n");
                spool.round();
                spool.round();
                province.reply(FILE, "REFUSED|" + Samples.NAME + "|" + Samples.CITIZEN_NUMBER + "\n");
                spool.round();
            }
        } finally {
            ROOT.removeHandler(reader);
            ROOT.setLevel(before);
        }

        assertThat(lines)
                .filteredOn(line -> line.contains("unreadable, left for later"))
                .hasSize(1);
        assertThat(lines).anyMatch(line -> line.contains(FILE + ".rep refuses the whole file"));
        List<String> secrets =
                List.of(Samples.NAME, Samples.CITIZEN_NUMBER, Samples.MOBILE, "4400000001", "secret-of", "110200");
        assertThat(lines).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    private static final class Reader extends Handler {
        private final List<String> lines;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord record) {
            StringWriter line = new StringWriter();
            line.append(new SimpleFormatter().formatMessage(record));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(line));
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
