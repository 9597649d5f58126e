package io.tongban.province.farside;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A far side that speaks queue as a test tells it to; it knows JMS and text, and nothing of the code under test. */
public final class QueueStub implements AutoCloseable {
    public static final String BOOKED = "<DZDH>HA20261123000001</DZDH><YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ>";

    private final ConnectionFactory factory;
    private final Connection connection;
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "province-41");
    public final List<TextMessage> requests = new CopyOnWriteArrayList<>();
    public volatile Script script = (text, stub) -> {};

    /** What to do about a request's text. */
    public interface Script {
        void answer(String text, QueueStub stub) throws JMSException;
    }

    public QueueStub(TestBroker broker) throws JMSException {
        this(new ActiveMQConnectionFactory(broker.endpoint()));
    }

    /** Behind a broker that knows the same account. */
    public QueueStub(ConnectionFactory factory) throws JMSException {
        this.factory = factory;
        connection = factory.createConnection(TestBroker.USER, TestBroker.PASSWORD);
        connection.start();
        thread.start();
    }

    private void work() {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue("SI.HA.REQ"))) {
            while (consumer.receive() instanceof TextMessage request) {
                requests.add(request);
                script.answer(request.getText(), this);
                taken.add(request.getText());
            }
        } catch (JMSException e) {
            // The broker has gone; what the near side made of that is for the test to see.
        }
    }

    /** Answers every request with this return code and body. */
    public void answering(String code, String body) {
        script = (text, stub) -> stub.reply(field(text, "lsh"), message(text, code, body));
    }

    /** The next request, when it has been dealt with. */
    public String request() throws InterruptedException {
        String text = taken.poll(60, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("no request came");
        }
        return text;
    }

    public static String message(String request, String code, String body) {
        return message(field(request, "jydm"), field(request, "lsh"), code, body);
    }

    public static String message(String transaction, String serial, String code, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><msg><head><jydm>" + transaction + "</jydm><lsh>" + serial
                + "</lsh><fhdm>" + code + "</fhdm><fhxx>完成</fhxx></head><body>" + body + "</body></msg>";
    }

    public void reply(String correlation, String text) throws JMSException {
        sending(session -> {
            TextMessage message = session.createTextMessage(text);
            message.setJMSCorrelationID(correlation);
            return message;
        });
    }

    public interface Making {
        Message by(Session session) throws JMSException;
    }

    /** Puts any message on the reply queue, in a session of its own. */
    public void sending(Making making) throws JMSException {
        try (Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            own.createProducer(own.createQueue("SI.HA.REP")).send(making.by(own));
        }
    }

    /** The next message that was put aside. */
    public Message aside() throws JMSException {
        try (Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = own.createConsumer(own.createQueue("SI.HA.REP.ASIDE"))) {
            return consumer.receive(60_000);
        }
    }

    public static String field(String xml, String element) {
        Matcher found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        if (factory instanceof ActiveMQConnectionFactory artemis) {
            artemis.close();
        }
    }
}
