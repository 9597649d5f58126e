package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Arrived;
import io.tongban.province.nearside.Overheard;
import io.tongban.province.nearside.Samples;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Every way of failing, with everyone's debug log on: no person and no password is in it. */
@Isolated("reads what this JVM logs")
class QueueQuietLogsTest {
    private static final String ECHO = Samples.NAME + Samples.CITIZEN_NUMBER + Samples.MOBILE;

    private final Overheard log = new Overheard();
    private final Arrived arrived = new Arrived();
    private TestBroker broker;
    private QueueStub province;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker().start();
        province = new QueueStub(broker);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        province.close();
        broker.close();
    }

    @Test
    void nothingOfAnyPersonIsLoggedWhateverComesBack() throws Exception {
        Links links = new Links(folder)
                .hasty("41-henan.yaml")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .inbox(arrived);
        try (ProvinceLink link = links.open()) {
            province.answering("2002", ECHO);
            link.send(Samples.withhold(Samples.HENAN));
            province.script = (text, stub) -> stub.reply(Samples.SERIAL, "<" + ECHO);
            link.send(Samples.withhold(Samples.HENAN));
            province.aside();
            province.sending(session -> {
                TextMessage poison = session.createTextMessage(ECHO);
                poison.setStringProperty("who", ECHO);
                return poison;
            });
            province.aside();
            arrived.failing(2);
            province.reply(Samples.SERIAL, message("HA2001", Samples.SERIAL, "0000", BOOKED));
            arrived.next();
            broker.stop();
            link.send(Samples.withhold(Samples.HENAN));
        }

        assertThat(log.lines)
                .anyMatch(line -> line.contains("province 41: an unreadable reply of"))
                .anyMatch(line -> line.contains("province 41: withhold " + Samples.SERIAL + " is unknown"));
        List<String> secrets =
                List.of(Samples.NAME, Samples.CITIZEN_NUMBER, Samples.MOBILE, "4400000001", "secret-of-41");
        assertThat(log.lines).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }
}
