package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Transaction;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends a reply: once or twice, now or late, alone or in bad company, as ordered. */
final class ReplySender {
    /** How long a reply waits for another to overtake it. */
    private static final Duration OVERTAKEN_WITHIN = Duration.ofSeconds(1);

    private final TransactionCodes codes;
    private final Faults faults;
    private final LaterReplies later;
    private final AtomicReference<@Nullable ReplyDocument> held = new AtomicReference<>();

    ReplySender(TransactionCodes codes, Faults faults, LaterReplies later) {
        this.codes = codes;
        this.faults = faults;
        this.later = later;
    }

    /** @param out in the session of the request, so that the reply is there when the request is gone */
    void send(ReplyQueue out, Transaction transaction, ReplyDocument document) throws JMSException {
        if (faults.fires(Fault.POISON_MESSAGE, transaction)) {
            out.sendPoison();
        }
        if (faults.fires(Fault.UNKNOWN_SERIAL, transaction)) {
            out.send(ofNoRequest());
        }
        if (faults.fires(Fault.LATE_REPLY, transaction)) {
            later.send(faults.late(), () -> document);
        } else if (faults.fires(Fault.OUT_OF_ORDER, transaction) && held.compareAndSet(null, document)) {
            later.send(OVERTAKEN_WITHIN, () -> held.compareAndSet(document, null) ? document : null);
        } else {
            out.send(document);
            if (faults.fires(Fault.DUPLICATE_ACKNOWLEDGEMENT, transaction)) {
                out.send(document);
            }
            ReplyDocument overtaken = held.getAndSet(null);
            if (overtaken != null) {
                out.send(overtaken);
            }
        }
    }

    /** A booking that nobody asked for. */
    private ReplyDocument ofNoRequest() {
        String random = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        Answer booked = new Answer.Booked(random.substring(0, 20), 110_200, Instant.EPOCH);
        return ReplyDocument.of(codes.of(Transaction.WITHHOLD), "Z" + random.substring(0, 19), booked);
    }
}
