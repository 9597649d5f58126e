package io.tongban.province.dialect.queue;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message as it lies on the reply queue; whatever it is, nothing here makes an object of it. */
final class ReplyMessage {
    private final Message message;

    ReplyMessage(Message message) {
        this.message = message;
    }

    /** @throws CallFailed as unreadable if it is no text, or an empty one, or one of more bytes than that */
    String text(int maxBytes) throws JMSException {
        String text = message instanceof TextMessage found ? found.getText() : null;
        if (text == null
                || text.isBlank()
                || text.length() > maxBytes
                || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return text;
    }

    @Nullable
    String correlation() throws JMSException {
        return message.getJMSCorrelationID();
    }

    /** How often the broker has tried, this time included. */
    int deliveries() throws JMSException {
        return message.propertyExists("JMSXDeliveryCount") ? message.getIntProperty("JMSXDeliveryCount") : 1;
    }

    /** What can be put aside of it: its text or its bytes, without properties; nothing of what is neither. */
    @Nullable
    Object content() throws JMSException {
        if (message instanceof TextMessage text) {
            return text.getText();
        }
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.reset();
            bytes.readBytes(content);
            return content;
        }
        return null;
    }

    /** What it holds, as far as anyone can tell; text in UTF-8. */
    byte[] octets() throws JMSException {
        Object content = content();
        if (content instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return content instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** Bytes, as far as anyone can tell. */
    long size() throws JMSException {
        if (message instanceof TextMessage text) {
            String content = text.getText();
            return content == null ? 0 : content.getBytes(StandardCharsets.UTF_8).length;
        }
        return message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0;
    }
}
