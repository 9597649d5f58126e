package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Scenario;
import io.tongban.sandbox.province.Transaction;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends a reply: once or twice, now or late, alone or in bad company, to be taken back or not, as ordered. */
final class ReplySender {
    /** How long a reply waits for another to overtake it. */
    private static final Duration OVERTAKEN_WITHIN = Duration.ofSeconds(3);

    private final ReplyWriter writer;
    private final Ledger ledger;
    private final Faults faults;
    private final LaterReplies later;
    private final AtomicReference<@Nullable Reply> held = new AtomicReference<>();

    ReplySender(ReplyWriter writer, Ledger ledger, Faults faults, LaterReplies later) {
        this.writer = writer;
        this.ledger = ledger;
        this.faults = faults;
        this.later = later;
    }

    /**
     * @param out in the session of the request, so that the reply is there when the request is gone
     * @param transaction of the request
     * @param answered transaction that the answer is about
     */
    void send(ReplyQueue out, Transaction transaction, Transaction answered, String serial, Answer answer)
            throws JMSException {
        if (faults.fires(Fault.POISON_MESSAGE, transaction)) {
            out.sendPoison();
        }
        if (faults.fires(Fault.UNKNOWN_SERIAL, transaction)) {
            out.send(ofNoRequest());
        }
        Duration late = faults.fires(Fault.LATE_REPLY, transaction) ? faults.late() : Duration.ZERO;
        send(out, transaction, late, writer.write(answered, serial, answer));
        if (transaction == Transaction.WITHHOLD
                && answer instanceof Answer.Booked
                && (faults.scenarios().strikes(Scenario.REVERSED_LATER, serial)
                        || faults.fires(Fault.REVERSED_LATER, transaction))) {
            later.send(late.plus(faults.late()), () -> reversed(serial));
        }
    }

    private void send(ReplyQueue out, Transaction transaction, Duration late, Reply reply) throws JMSException {
        if (!late.isZero()) {
            later.send(late, () -> reply);
        } else if (faults.fires(Fault.OUT_OF_ORDER, transaction) && held.compareAndSet(null, reply)) {
            later.send(OVERTAKEN_WITHIN, () -> held.compareAndSet(reply, null) ? reply : null);
        } else {
            out.send(reply);
            if (faults.fires(Fault.DUPLICATE_ACKNOWLEDGEMENT, transaction)) {
                out.send(reply);
            }
            Reply overtaken = held.getAndSet(null);
            if (overtaken != null) {
                out.send(overtaken);
            }
        }
    }

    /** In the books first: whoever asks after the message must hear the same. */
    private @Nullable Reply reversed(String serial) {
        return ledger.reverse(serial) instanceof Answer.Reversed reversed
                ? writer.reversed(serial, reversed.reversedAt())
                : null;
    }

    /** A booking that nobody asked for. */
    private Reply ofNoRequest() {
        String random = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        Answer booked = new Answer.Booked(random.substring(0, 20), 110_200, Instant.EPOCH);
        return writer.write(Transaction.WITHHOLD, "Z" + random.substring(0, 19), booked);
    }
}
