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
final class QueueClerk {
    private static final Answer NEVER_SEEN = new Answer.Refused(Refusal.SERIAL_NOT_FOUND);

    private final TransactionCodes codes;
    private final QueueTeller teller;
    private final Ledger ledger;
    private final ReplySender replies;

    QueueClerk(TransactionCodes codes, QueueTeller teller, Ledger ledger, ReplySender replies) {
        this.codes = codes;
        this.teller = teller;
        this.ledger = ledger;
        this.replies = replies;
    }

    /** @return whether the message is done with; else the broker delivers it again a moment later */
    boolean deal(Message message, ReplyQueue out) throws JMSException {
        Request request;
        try {
            request = Request.parse(message instanceof TextMessage text ? text.getText() : "", codes);
        } catch (UnreadableRequestException e) {
            return true;
        }
        Delivery delivery = teller.serve(request);
        if (delivery instanceof Delivery.Say say) {
            String code = answered(request, say.answer());
            replies.send(out, request.transaction(), ReplyDocument.of(code, request.serial(), say.answer()));
            return true;
        }
        // To a queue, a connection that is cut says: not done, so again; or done, and the reply is lost.
        return delivery instanceof Delivery.Silence || isInTheBooks(request);
    }

    private boolean isInTheBooks(Request request) {
        return request.transaction().hasEffect()
                && !ledger.inquire(request.serial(), request.transaction()).equals(NEVER_SEEN);
    }

    /** The code of the transaction that the answer is about: of an inquiry, that of what it asked about. */
    private String answered(Request request, Answer answer) {
        if (request.transaction() != Transaction.INQUIRE || answer.equals(NEVER_SEEN)) {
            return codes.of(request.transaction());
        }
        String about = request.body().getOrDefault("OLDLSH", "");
        boolean original = answer.isSuccess() || answer instanceof Answer.Refused;
        for (Transaction transaction : new Transaction[] {Transaction.WITHHOLD, Transaction.REGISTER}) {
            if (original && !ledger.inquire(about, transaction).equals(NEVER_SEEN)) {
                return codes.of(transaction);
            }
        }
        return codes.of(Transaction.INQUIRE);
    }
}
