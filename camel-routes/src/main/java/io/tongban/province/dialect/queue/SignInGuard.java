package io.tongban.province.dialect.queue;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.SignInPatience;
import io.tongban.province.profile.ProvinceProfile;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.connection.DelegatingConnectionFactory;

/**
 * Signs in for requests and for replies, and rests where the broker has refused the password: both look for their
 * connection again and again, and a broker locks an account after a few.
 */
final class SignInGuard extends DelegatingConnectionFactory {
    private final SignInPatience patience;
    private final ProvinceProfile profile;
    private final boolean late;
    private volatile boolean doubted;

    /** @param late whether the client shows the password only with a connection's first session */
    SignInGuard(ConnectionFactory target, ProvinceProfile profile, boolean late) {
        setTargetConnectionFactory(target);
        this.patience = new SignInPatience(profile.code().value());
        this.profile = profile;
        this.late = late;
    }

    @Override
    public Connection createConnection() throws JMSException {
        if (!doubted) {
            return tried();
        }
        // One after the other, so that none is tried once too often.
        synchronized (this) {
            return tried();
        }
    }

    private Connection tried() throws JMSException {
        requireOver();
        try {
            Connection connection = super.createConnection(
                    profile.operator(), profile.password().value());
            if (late) {
                show(connection);
            }
            doubted = false;
            counted(null);
            return connection;
        } catch (JMSException | RuntimeException e) {
            if (BrokerFailure.reasonOf(e) == UnknownCause.ACCESS_REFUSED) {
                doubted = true;
                counted(UnknownCause.ACCESS_REFUSED);
            }
            throw e;
        }
    }

    private static void show(Connection connection) throws JMSException {
        try {
            connection.createSession(false, Session.AUTO_ACKNOWLEDGE).close();
        } catch (JMSException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void counted(@Nullable UnknownCause failure) {
        synchronized (patience) {
            if (failure == null) {
                patience.signedIn(System.nanoTime());
            } else {
                patience.failed(failure, System.nanoTime());
            }
        }
    }

    private void requireOver() throws JMSException {
        synchronized (patience) {
            try {
                patience.requireOver(System.nanoTime());
            } catch (CallFailed resting) {
                throw new JMSSecurityException("resting");
            }
        }
    }
}
