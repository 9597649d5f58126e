package io.tongban.province.dialect.queue;

import io.tongban.province.UnknownCause;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.springframework.jms.connection.DelegatingConnectionFactory;

/**
 * Leaves a broker alone for a moment that has just not been there. Callers queue up for the one connection that they
 * share; without this each of them would wait for a time-out of its own, one after the other. One that
 * refuses the password is there: {@link SignInGuard} rests then, and each call is told why.
 */
final class ConnectBackoff extends DelegatingConnectionFactory {
    private final long momentNanos;
    private volatile boolean failed;
    private volatile long failedAt;

    ConnectBackoff(ConnectionFactory target, Duration moment) {
        setTargetConnectionFactory(target);
        this.momentNanos = moment.toNanos();
    }

    @Override
    public Connection createConnection() throws JMSException {
        if (failed && System.nanoTime() - failedAt < momentNanos) {
            throw new NotThere();
        }
        try {
            Connection connection = super.createConnection();
            failed = false;
            return connection;
        } catch (JMSException e) {
            if (BrokerFailure.reasonOf(e) != UnknownCause.ACCESS_REFUSED) {
                failedAt = System.nanoTime();
                failed = true;
            }
            throw e;
        }
    }

    /** The broker was not there a moment ago. */
    static final class NotThere extends JMSException {
        private static final long serialVersionUID = 1L;

        NotThere() {
            super("not there");
        }
    }
}
