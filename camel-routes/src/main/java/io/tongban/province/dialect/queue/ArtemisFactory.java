package io.tongban.province.dialect.queue;

import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextFactoryProvider;

/** The client of Artemis, which ships with Tongban. */
final class ArtemisFactory {
    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(10);

    private static final String TRUSTED_PATH = TransportConstants.TRUSTSTORE_PATH_PROP_NAME;
    private static final String TRUSTED_TYPE = TransportConstants.TRUSTSTORE_TYPE_PROP_NAME;
    private static final String OWN_PATH = TransportConstants.KEYSTORE_PATH_PROP_NAME;
    private static final String OWN_TYPE = TransportConstants.KEYSTORE_TYPE_PROP_NAME;

    private ArtemisFactory() {}

    static ActiveMQJMSConnectionFactory of(ProvinceProfile profile) {
        long connect = profile.timeouts().connect().toMillis();
        TransportConfiguration address =
                new TransportConfiguration(NettyConnectorFactory.class.getName(), settings(profile, (int) connect));
        ActiveMQJMSConnectionFactory factory = new ActiveMQJMSConnectionFactory(false, address);
        // One try, soon over: whether to try again is for those to say who wait for it.
        factory.setInitialConnectAttempts(1);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(connect);
        factory.setConnectionTTL(DEAD_AFTER.toMillis());
        factory.setClientFailureCheckPeriod(LOOKED_AT_EVERY.toMillis());
        // What a broker says of its cluster is no reason to call other addresses than the profile's.
        factory.setUseTopologyForLoadBalancing(false);
        factory.setBlockOnDurableSend(true);
        // With a window, a full queue over there would hold the caller for ever.
        factory.setProducerWindowSize(-1);
        // No reply lies in the memory of a reader that is busy with another.
        factory.setConsumerWindowSize(0);
        return factory;
    }

    private static Map<String, Object> settings(ProvinceProfile profile, int connectMillis) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(TransportConstants.HOST_PROP_NAME, profile.endpoint().getHost());
        settings.put(TransportConstants.PORT_PROP_NAME, profile.endpoint().getPort());
        settings.put(TransportConstants.NETTY_CONNECT_TIMEOUT, connectMillis);
        if (Tls.of(profile).isPresent()) {
            // The client remembers what it made of a file, and the operator may have changed it.
            SSLContextFactoryProvider.getSSLContextFactory().clearSSLContexts();
            settings.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            settings.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
            pem(settings, profile.trust(), TRUSTED_PATH, TRUSTED_TYPE);
            pem(settings, profile.clientCertificate(), OWN_PATH, OWN_TYPE);
        }
        return settings;
    }

    private static void pem(Map<String, Object> settings, String file, String path, String type) {
        if (!file.isEmpty()) {
            settings.put(path, file);
            settings.put(type, "PEM");
        }
    }
}
