package io.tongban.province.dialect.queue;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides of each message of the reply queue: done with, to be put aside, or to be delivered again. Nothing stops it,
 * and nothing makes it spin.
 */
final class ReplyConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyConsumer.class);
    private static final String ASIDE = "tongban.aside";
    /** What could not be put aside so often is dropped: one message must not stand in the way of all others. */
    private static final int TRIES_TO_PUT_ASIDE = 5;

    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final int LONGEST_PAUSE_DOUBLINGS = 7;

    private final ProvinceProfile profile;
    private final ReplyRouter router;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean storeIsAway = new AtomicBoolean();

    ReplyConsumer(ProvinceProfile profile, ReplyRouter router) {
        this.profile = profile;
        this.router = router;
    }

    void take(Exchange exchange) throws JMSException, InvalidPayloadException {
        ReplyMessage message = new ReplyMessage(exchange.getMessage().getMandatoryBody(Message.class));
        try {
            router.take(message.text(profile.limits().frameBytes()), message.correlation());
            if (storeIsAway.compareAndSet(true, false)) {
                LOG.info("province {}: replies are stored again", profile.code());
            }
        } catch (CallFailed unreadable) {
            putAside(exchange, message, unreadable);
        } catch (RuntimeException failure) {
            again(message, failure);
        }
    }

    boolean isAside(Exchange exchange) {
        return exchange.getProperty(ASIDE, false, Boolean.class);
    }

    /** Ends a pause that is being made. */
    void close() {
        closing.countDown();
    }

    private void putAside(Exchange exchange, ReplyMessage message, CallFailed unreadable) throws JMSException {
        boolean drop = message.deliveries() > TRIES_TO_PUT_ASIDE;
        LOG.warn(
                "province {}: an unreadable reply of {} bytes is {}",
                profile.code(),
                message.size(),
                drop ? "dropped" : "put aside");
        if (!drop) {
            router.unreadable(unreadable, message.octets());
            // A message of its own: no property of the other's is carried along, nor logged by anyone.
            DefaultMessage aside = new DefaultMessage(exchange.getContext());
            aside.setBody(message.content());
            exchange.setMessage(aside);
            exchange.setProperty(ASIDE, true);
        }
    }

    private void again(ReplyMessage message, RuntimeException failure) throws JMSException {
        if (storeIsAway.compareAndSet(false, true)) {
            LOG.warn(
                    "province {}: a reply was not stored, and will be delivered again: {}",
                    profile.code(),
                    failure.getClass().getName());
        }
        int doublings = Math.min(message.deliveries() - 1, LONGEST_PAUSE_DOUBLINGS);
        try {
            // In case the broker has no pause of its own.
            closing.await(FIRST_PAUSE_MILLIS << Math.max(0, doublings), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Without the cause: Spring and Camel write it to their debug logs.
        throw new CallFailed(UnknownCause.NOT_STORED);
    }
}
