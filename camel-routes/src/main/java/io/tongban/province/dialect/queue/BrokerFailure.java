package io.tongban.province.dialect.queue;

import io.tongban.province.dialect.CallFailed;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;

/** The one word for why a broker did not take a command; what it says itself goes nowhere. */
final class BrokerFailure {
    private static final int DEEP_ENOUGH = 20;

    private BrokerFailure() {}

    static String wordFor(Throwable failure) {
        String word = CallFailed.FAILED;
        Throwable found = failure;
        for (int depth = 0; found != null && depth < DEEP_ENOUGH; depth++) {
            if (found instanceof ActiveMQNotConnectedException || found instanceof ConnectBackoff.NotThere) {
                return CallFailed.NOT_CONNECTED;
            }
            if (found instanceof ActiveMQConnectionTimedOutException) {
                return CallFailed.TIMEOUT;
            }
            if (found instanceof JMSSecurityException || found instanceof ActiveMQSecurityException) {
                return "access-refused";
            }
            if (found instanceof JMSException) {
                // Nobody can say how far it got, unless something deeper can.
                word = CallFailed.CONNECTION_CUT;
            }
            found = found.getCause();
        }
        return word;
    }
}
