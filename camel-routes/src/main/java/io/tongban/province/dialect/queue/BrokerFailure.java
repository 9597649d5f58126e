package io.tongban.province.dialect.queue;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Causes;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;

/** Why a broker did not take a command; what it says itself goes nowhere. */
final class BrokerFailure {
    private BrokerFailure() {}

    static UnknownCause reasonOf(Throwable failure) {
        UnknownCause reason = UnknownCause.FAILED;
        for (Throwable found : Causes.of(failure)) {
            if (found instanceof ActiveMQNotConnectedException || found instanceof ConnectBackoff.NotThere) {
                return UnknownCause.NOT_CONNECTED;
            }
            if (found instanceof ActiveMQConnectionTimedOutException) {
                return UnknownCause.TIMEOUT;
            }
            if (found instanceof JMSSecurityException
                    || found instanceof ActiveMQSecurityException
                    || found instanceof SecurityException) {
                return UnknownCause.ACCESS_REFUSED;
            }
            if (found instanceof IOException) {
                UnknownCause known = CallFailed.causeOf(found);
                return known == UnknownCause.FAILED ? reason : known;
            }
            if (found instanceof JMSException) {
                // Nobody can say how far it got, unless something deeper can.
                reason = UnknownCause.CONNECTION_CUT;
            }
        }
        return reason;
    }
}
