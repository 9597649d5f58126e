package io.tongban.sandbox.province.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;

/** The reply queue, to write on; belongs to one thread, as its session does. */
final class ReplyQueue {
    private final Session session;
    private final MessageProducer producer;

    ReplyQueue(Session session, String queue) throws JMSException {
        this.session = session;
        this.producer = session.createProducer(session.createQueue(queue));
    }

    void send(Reply reply) throws JMSException {
        TextMessage message = session.createTextMessage(reply.text());
        message.setJMSCorrelationID(reply.serial());
        producer.send(message);
    }

    /** Text that is no XML, and bytes that are no text. */
    void sendPoison() throws JMSException {
        producer.send(session.createTextMessage("<msg><head><jydm>系统维护中"));
        BytesMessage bytes = session.createBytesMessage();
        bytes.writeBytes("<msg/>".getBytes(StandardCharsets.UTF_16));
        producer.send(bytes);
    }
}
