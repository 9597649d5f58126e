package io.tongban.province.dialect.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The readers of a reply queue. Says once that the broker has gone and once that it is back, where Spring would say the
 * first every second, with the broker's own words in it.
 */
final class ReplyListenerContainer extends DefaultJmsMessageListenerContainer {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyListenerContainer.class);
    private static final long LOOK_AGAIN_MILLIS = 1000;
    /**
     * The client takes a message into memory whole before anyone can look at its size, and inflates a compressed one.
     * What is beyond any reason stays on the queue.
     */
    private static final String FITS_INTO_MEMORY =
            "(_AMQ_LARGE_SIZE IS NULL OR _AMQ_LARGE_SIZE < 33554432) AND _AMQ_LARGE_COMPRESSED IS NULL";

    private final String province;
    private final Runnable closing;
    private final AtomicBoolean lost = new AtomicBoolean();

    /** @param artemis whether the broker tells the sizes of messages */
    ReplyListenerContainer(JmsEndpoint endpoint, String province, boolean artemis, Runnable closing) {
        super(endpoint);
        this.province = province;
        this.closing = closing;
        if (artemis) {
            setMessageSelector(FITS_INTO_MEMORY);
        }
    }

    @Override
    protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
        Message message = super.receiveMessage(consumer);
        return message == null ? null : RedactedMessage.of(message);
    }

    @Override
    protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
        // The recovery that follows says what is to be said. The pause is for a message that cannot even be received:
        // the connection is there, and without one the readers would take it again and again.
        applyBackOffTime(lookingAgain());
    }

    @Override
    protected void refreshConnectionUntilSuccessful() {
        BackOffExecution pause = lookingAgain();
        while (isRunning()) {
            try {
                refreshSharedConnection();
                if (lost.compareAndSet(true, false)) {
                    LOG.info("province {}: its broker is there again", province);
                }
                return;
            } catch (Exception e) {
                if (lost.compareAndSet(false, true)) {
                    LOG.warn(
                            "province {}: replies cannot be read: {}",
                            province,
                            BrokerFailure.reasonOf(e).word());
                }
            }
            if (!applyBackOffTime(pause)) {
                return;
            }
        }
    }

    private static BackOffExecution lookingAgain() {
        return new FixedBackOff(LOOK_AGAIN_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS).start();
    }

    @Override
    public void stop() {
        closing.run();
        super.stop();
    }
}
