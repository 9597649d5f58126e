package io.tongban.province.benchmark;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Samples;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The dialect queue: a persistent message there, one back. The link is closed for the bare way: both want the reply. */
final class QueueCourse extends Course {
    private final TestBroker broker;
    private final QueueStub province;
    private final ProvinceLink link;
    private @Nullable Bare bare;
    private String request = "";

    QueueCourse(Way way, Path folder) throws Exception {
        super(way);
        broker = new TestBroker().start();
        province = new QueueStub(broker);
        province.answering("0000", QueueStub.BOOKED);
        link = new Links(folder)
                .edit("41-henan.yaml", "rate: 500/s", "rate: 10000/s")
                .edit("41-henan.yaml", "reply: 10s", "reply: 20s")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .open();
        mediated();
        if (way == Way.BARE) {
            link.close();
            bare = new Bare(broker, request);
        }
    }

    @Override
    void mediated() throws Exception {
        Course.accepted(link.send(Samples.withhold(Samples.HENAN)));
        request = province.request();
        province.requests.clear();
    }

    @Override
    void bare() throws Exception {
        Objects.requireNonNull(bare).run();
        province.request();
        province.requests.clear();
    }

    @Override
    public void close() throws Exception {
        if (bare == null) {
            link.close();
        } else {
            bare.close();
        }
        province.close();
        broker.close();
    }

    private static final class Bare implements AutoCloseable {
        private final ActiveMQConnectionFactory factory;
        private final Connection connection;
        private final Session session;
        private final MessageProducer producer;
        private final MessageConsumer consumer;
        private final String request;

        Bare(TestBroker broker, String request) throws Exception {
            this.request = request;
            factory = new ActiveMQConnectionFactory(broker.endpoint());
            connection = factory.createConnection("TONGBAN", "secret-of-41");
            connection.start();
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            producer = session.createProducer(session.createQueue("SI.HA.REQ"));
            consumer = session.createConsumer(session.createQueue("SI.HA.REP"));
        }

        void run() throws Exception {
            TextMessage message = session.createTextMessage(request);
            message.setJMSCorrelationID(Samples.SERIAL);
            producer.send(message);
            Course.contains(((TextMessage) consumer.receive(20_000)).getText(), "<fhdm>0000</fhdm>");
        }

        @Override
        public void close() throws Exception {
            connection.close();
            factory.close();
        }
    }
}
