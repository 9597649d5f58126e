package io.tongban.province.dialect.queue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The readers of a reply queue. Says once that the broker has gone and once that it is back, where Spring would say the
 * first every second, with the broker's own words in it.
 */
final class QuietListening extends DefaultJmsMessageListenerContainer {
    private static final Logger LOG = LoggerFactory.getLogger(QuietListening.class);
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final String province;
    private final Runnable closing;
    private final AtomicBoolean lost = new AtomicBoolean();

    QuietListening(JmsEndpoint endpoint, String province, Runnable closing) {
        super(endpoint);
        this.province = province;
        this.closing = closing;
    }

    @Override
    protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
        // The recovery that follows says what is to be said.
    }

    @Override
    protected void refreshConnectionUntilSuccessful() {
        BackOffExecution pause = new FixedBackOff(LOOK_AGAIN_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS).start();
        while (isRunning()) {
            try {
                refreshSharedConnection();
                if (lost.compareAndSet(true, false)) {
                    LOG.info("province {}: its broker is there again", province);
                }
                return;
            } catch (Exception e) {
                if (lost.compareAndSet(false, true)) {
                    LOG.warn("province {}: replies cannot be read: {}", province, BrokerFailure.wordFor(e));
                }
            }
            if (!applyBackOffTime(pause)) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        closing.run();
        super.stop();
    }
}
