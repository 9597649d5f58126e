package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Arrived;
import io.tongban.province.nearside.Samples;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queues and codes of other names than those that ship. */
class QueueWordsTest {
    private static final String FILE = "41-henan.yaml";

    private final Arrived arrived = new Arrived();
    private TestBroker broker;
    private ActiveMQConnectionFactory factory;
    private JMSContext province;
    private ProvinceLink link;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker().start();
        factory = new ActiveMQConnectionFactory(broker.endpoint());
        province = factory.createContext(TestBroker.USER, TestBroker.PASSWORD);
        link = new Links(folder)
                .edit(FILE, "reply: 10s", "reply: 4s")
                .edit(FILE, "request-queue: SI.HA.REQ", "request-queue: JK.ASK")
                .edit(FILE, "reply-queue: SI.HA.REP\n", "reply-queue: JK.SAY\n")
                .edit(FILE, "aside-queue: SI.HA.REP.ASIDE", "aside-queue: JK.ODD")
                .edit(FILE, "reversed-code: HA2900", "reversed-code: CZ01")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .inbox(arrived)
                .open();
    }

    @AfterEach
    void close() throws Exception {
        link.close();
        province.close();
        factory.close();
        broker.close();
    }

    @Test
    void asksAndListensWhereTheProfileSays() throws Exception {
        // Nobody answers in time; what comes later comes to the inbox.
        assertThat(link.send(Samples.withhold(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
        assertThat(next("JK.ASK").getBody(String.class)).contains(Samples.SERIAL);

        say(message("HA2001", Samples.SERIAL, "0000", BOOKED));
        assertThat(arrived.next()).isInstanceOf(ProvinceReply.Accepted.class);

        say("not XML");
        assertThat(next("JK.ODD").getBody(String.class)).isEqualTo("not XML");
    }

    @Test
    void aBookingIsTakenBackByTheCodeOfTheProfile() throws Exception {
        say(message("CZ01", Samples.SERIAL, "0000", "<JZSJ>20261124090000</JZSJ>"));
        assertThat(arrived.next())
                .isEqualTo(new Arrived.Reversal(Samples.SERIAL, Instant.parse("2026-11-24T01:00:00Z")));

        String another = message("HA2900", Samples.SERIAL, "0000", "<JZSJ>20261124090000</JZSJ>");
        say(another);
        assertThat(next("JK.ODD").getBody(String.class)).isEqualTo(another);
    }

    private void say(String text) {
        province.createProducer().setJMSCorrelationID(Samples.SERIAL).send(province.createQueue("JK.SAY"), text);
    }

    private Message next(String queue) {
        try (JMSConsumer consumer = province.createConsumer(province.createQueue(queue))) {
            return consumer.receive(60_000);
        }
    }
}
