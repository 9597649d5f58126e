package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.SimulatedProvince;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a program that has no client for the broker behind the queues of a province: each request is a line of its input,
 * each line of its output a reply, both as "correlation base64". The relay looks into none of them.
 */
public final class QueueRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueRelay.class);

    private final SimulatedProvince province;
    private final SharedBroker broker;
    private final Connection connection;

    /** @throws IllegalStateException if one of its queues is another's, or the broker does not let it in */
    public QueueRelay(SimulatedProvince province, OutputStream requests, BufferedReader replies) {
        this.province = province;
        broker = SharedBroker.enter(province, 0);
        Queues queues = Queues.of(province);
        try {
            connection = broker.connect();
            // A session is one thread's.
            Session reading = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = reading.createConsumer(reading.createQueue(queues.request()));
            Session writing = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = writing.createProducer(writing.createQueue(queues.reply()));
            thread("to", () -> feed(consumer, requests));
            thread("from", () -> drain(replies, writing, producer));
        } catch (JMSException e) {
            broker.leave(province);
            throw new IllegalStateException("the broker does not let the relay of " + province.code() + " in", e);
        }
    }

    /** TCP port of the broker, on loopback. */
    public int port() {
        return broker.port();
    }

    private interface Work {
        void run() throws JMSException, IOException;
    }

    private void thread(String way, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (JMSException | IOException gone) {
                        // The program or the broker has ended; what the near side makes of that is seen there.
                        LOG.debug(
                                "relay of {} ended: {}",
                                province.code(),
                                gone.getClass().getSimpleName());
                    }
                },
                "relay-" + way + "-" + province.code());
        thread.setDaemon(true);
        thread.start();
    }

    private static void feed(MessageConsumer consumer, OutputStream requests) throws JMSException, IOException {
        while (consumer.receive() instanceof TextMessage request) {
            String text = Base64.getEncoder().encodeToString(request.getText().getBytes(StandardCharsets.UTF_8));
            requests.write((request.getJMSCorrelationID() + " " + text + "\n").getBytes(StandardCharsets.US_ASCII));
            requests.flush();
        }
    }

    private static void drain(BufferedReader replies, Session session, MessageProducer producer)
            throws JMSException, IOException {
        for (String line = replies.readLine(); line != null; line = replies.readLine()) {
            int blank = line.indexOf(' ');
            TextMessage reply = session.createTextMessage(
                    new String(Base64.getDecoder().decode(line.substring(blank + 1)), StandardCharsets.UTF_8));
            reply.setJMSCorrelationID(line.substring(0, blank));
            producer.send(reply);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            throw new IllegalStateException("the relay of " + province.code() + " does not close", e);
        } finally {
            broker.leave(province);
        }
    }
}
