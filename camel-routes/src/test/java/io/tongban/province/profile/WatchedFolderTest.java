package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Nobody calls reload: the link sees for itself that profiles change, and says so in its log. */
@Isolated("reads what this JVM logs")
class WatchedFolderTest {
    private static final String IN_SERVICE = "[0-9]+ profiles in service: \\[11, .*66]";

    private static final Logger LOG = Logger.getLogger("io.tongban.province.delivery");

    private final TcpStub before = new TcpStub();
    private final TcpStub after = new TcpStub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Handler reader = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    private Links links;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        before.answering("B001", "");
        after.answering("C002", "");
        LOG.addHandler(reader);
        LOG.setLevel(Level.INFO);
        links = new Links(folder)
                .set("tongban.province.51.endpoint", before.endpoint())
                .set("tongban.province.51.endpoint.new", after.endpoint())
                .meters(meters)
                .lookEvery(Duration.ofMillis(20));
        link = links.open();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        LOG.removeHandler(reader);
        LOG.setLevel(null);
        before.close();
        after.close();
    }

    @Test
    void takesOverWhatIsRightAndLeavesWhatIsWrong() throws InterruptedException {
        assertThat(line()).matches(IN_SERVICE);
        links.edit("51-sichuan.yaml", "charset: GBK", "charset: EBCDIC");
        assertThat(line())
                .isEqualTo("the profiles stay as they were: 51-sichuan.yaml:12: \"charset\" is not spoken by the"
                        + " dialect; write one of [GB18030, GBK, UTF-8, cp1388, cp935]");
        assertThat(code()).isEqualTo("B001");

        links.edit("51-sichuan.yaml", "charset: EBCDIC", "charset: GBK");
        assertThat(line()).matches(IN_SERVICE);
        links.edit("51-sichuan.yaml", "51.endpoint}", "51.endpoint.new}");
        assertThat(line()).matches(IN_SERVICE);
        assertThat(code()).isEqualTo("C002");
        // Once a change, however often it was looked at in the meantime.
        assertThat(meters.get("tongban.province.profiles.refused").counter().count())
                .isEqualTo(1);
        assertThat(List.copyOf(lines)).isEmpty();
    }

    private String line() throws InterruptedException {
        return String.valueOf(lines.poll(30, TimeUnit.SECONDS));
    }

    private String code() {
        return ((ProvinceReply.Refused) link.send(Samples.withhold(Samples.SICHUAN))).provinceCode();
    }
}
