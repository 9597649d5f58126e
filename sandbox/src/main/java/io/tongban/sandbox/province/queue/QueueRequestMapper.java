package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Refusal;
import io.tongban.sandbox.province.Transaction;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;

/** Deals with one message of the request queue. */
final class QueueRequestMapper {
    private static final Answer NEVER_SEEN = new Answer.Refused(Refusal.SERIAL_NOT_FOUND);

    private final DialectSettings dialectSettings;
    private final QueueWorker mapper;
    private final Ledger ledger;
    private final ReplySender replies;

    QueueRequestMapper(DialectSettings dialectSettings, QueueWorker mapper, Ledger ledger, ReplySender replies) {
        this.dialectSettings = dialectSettings;
        this.mapper = mapper;
        this.ledger = ledger;
        this.replies = replies;
    }

    /** @return whether the message is done with; else the broker delivers it again a moment later */
    boolean deal(Message message, ReplyQueue out) throws JMSException {
        Request request;
        try {
            request = Request.parse(message instanceof TextMessage text ? text.getText() : "", dialectSettings);
        } catch (UnreadableRequestException e) {
            return true;
        }
        Delivery delivery = mapper.serve(request);
        if (delivery instanceof Delivery.Say say) {
            Answer answer = say.answer();
            replies.send(out, request.transaction(), answered(request, answer), request.serial(), answer);
            return true;
        }
        // To a queue, a connection that is cut says: not done, so again; or done, and the reply is lost.
        return delivery instanceof Delivery.Silence || isInTheBooks(request);
    }

    private boolean isInTheBooks(Request request) {
        return request.transaction().hasEffect()
                && !ledger.inquire(request.serial(), request.transaction()).equals(NEVER_SEEN);
    }

    /** Of an inquiry, what it asked about, if that has an answer. */
    private Transaction answered(Request request, Answer answer) {
        boolean original = (answer.isSuccess() || answer instanceof Answer.Refused) && !answer.equals(NEVER_SEEN);
        if (request.transaction() != Transaction.INQUIRE || !original) {
            return request.transaction();
        }
        String about = request.body().getOrDefault(dialectSettings.element("asked-serial"), "");
        return ledger.transaction(about).orElse(Transaction.WITHHOLD);
    }
}
