package io.tongban.province.dialect.queue;

import io.tongban.province.dialect.AddedJars;
import io.tongban.province.profile.ProvinceProfile;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.springframework.jms.connection.CachingConnectionFactory;

/** The province's broker: one connection that requests share, and one that replies are read by. */
final class Broker implements AutoCloseable {
    private final Runnable closing;
    private final boolean artemis;
    private final SignInGuard replies;
    private final CachingConnectionFactory requests;

    /** @throws IllegalArgumentException if the profile names a client that is not there, or cannot be set up so */
    Broker(ProvinceProfile profile, AddedJars jars) {
        artemis = !ProviderFactory.isNamed(profile);
        ConnectionFactory target;
        if (artemis) {
            ActiveMQJMSConnectionFactory made = ArtemisFactory.of(profile);
            closing = made::close;
            target = made;
        } else {
            ProviderFactory made = new ProviderFactory(profile, jars);
            closing = made::close;
            target = made.factory();
        }
        replies = new SignInGuard(target, profile, !artemis);
        requests = new CachingConnectionFactory(
                new ConnectBackoff(replies, profile.timeouts().connect()));
        requests.setSessionCacheSize(profile.limits().callsAtOnce());
        requests.setCacheConsumers(false);
        requests.setReconnectOnException(true);
    }

    /** Whether it is the broker that we know by itself, and whose messages can be told by their size. */
    boolean isArtemis() {
        return artemis;
    }

    /** For requests, from many threads. */
    ConnectionFactory requests() {
        return requests;
    }

    /** For the reader of replies. */
    ConnectionFactory replies() {
        return replies;
    }

    @Override
    public void close() {
        requests.destroy();
        closing.run();
    }
}
