package io.tongban.sandbox.province.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Calls a province as the dialect's page says, by hand: it shares nothing with the simulator. */
final class QueueCaller implements AutoCloseable {
    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageProducer requests;
    private final MessageConsumer replies;

    QueueCaller(String endpoint, String password) throws JMSException {
        this(endpoint, "TONGBAN", password, "HA");
    }

    QueueCaller(String endpoint, String user, String password, String prefix) throws JMSException {
        factory = new ActiveMQConnectionFactory(endpoint);
        connection = factory.createConnection(user, password);
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        requests = session.createProducer(session.createQueue("SI." + prefix + ".REQ"));
        replies = session.createConsumer(session.createQueue("SI." + prefix + ".REP"));
        connection.start();
    }

    /** Sends a request and takes the next reply, whatever it is about. */
    Reply call(String code, String serial, String body) throws JMSException {
        send(code, serial, body);
        return next();
    }

    void send(String code, String serial, String body) throws JMSException {
        send(
                serial,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><msg><head><jydm>" + code + "</jydm><lsh>" + serial
                        + "</lsh><czy>TONGBAN</czy><fssj>20261123180000</fssj></head><body>" + body + "</body></msg>");
    }

    void send(String correlation, String text) throws JMSException {
        TextMessage message = session.createTextMessage(text);
        message.setJMSCorrelationID(correlation);
        requests.send(message);
    }

    Session session() {
        return session;
    }

    MessageProducer requests() {
        return requests;
    }

    Reply next() throws JMSException {
        return new Reply((TextMessage) nextMessage());
    }

    /** The next message of any kind. */
    Message nextMessage() throws JMSException {
        Message message = replies.receive(60_000);
        if (message == null) {
            throw new AssertionError("no reply");
        }
        return message;
    }

    record Reply(TextMessage message) {
        String field(String name) throws JMSException {
            Matcher found =
                    Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(text());
            return found.find() ? found.group(1) : "";
        }

        String returnCode() throws JMSException {
            return field("fhdm");
        }

        String serial() throws JMSException {
            return field("lsh");
        }

        String body() throws JMSException {
            return text().substring(text().indexOf("<body>") + 6, text().indexOf("</body>"));
        }

        String text() throws JMSException {
            return message.getText();
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
