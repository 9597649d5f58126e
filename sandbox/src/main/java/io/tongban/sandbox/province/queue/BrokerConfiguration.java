package io.tongban.sandbox.province.queue;

import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How the broker is set up: on loopback, nothing on disk, and never more memory than this. */
final class BrokerConfiguration {
    static final String DOOR = "tcp";

    private static final long MOST_BYTES = 128L * 1024 * 1024;
    private static final long MOST_BYTES_A_QUEUE = 32L * 1024 * 1024;
    private static final SimpleString DEAD_LETTERS = SimpleString.of("SI.DLQ");

    private BrokerConfiguration() {}

    /** @param number of the broker in this JVM */
    static Configuration of(int port, int number) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("sandbox-" + number);
        configuration.setPersistenceEnabled(false);
        configuration.setJMXManagementEnabled(false);
        // Rights are asked for each time: two operators may have the same name.
        configuration.setSecurityInvalidationInterval(0);
        configuration.setThreadPoolMaxSize(16);
        configuration.setScheduledThreadPoolMaxSize(2);
        configuration.setGlobalMaxSize(MOST_BYTES);
        configuration.addAddressSetting("#", settings());
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME,
                        "127.0.0.1",
                        TransportConstants.PORT_PROP_NAME,
                        port,
                        TransportConstants.PROTOCOLS_PROP_NAME,
                        "CORE"),
                DOOR));
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(),
                Map.of(
                        org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants.SERVER_ID_PROP_NAME,
                        number)));
        return configuration;
    }

    /** As the dialect's page asks of a broker. A full queue takes no more, and says so. */
    private static AddressSettings settings() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                .setMaxSizeBytes(MOST_BYTES_A_QUEUE)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(1.5)
                .setMaxRedeliveryDelay(10_000)
                .setMaxDeliveryAttempts(1000)
                .setDeadLetterAddress(DEAD_LETTERS)
                .setExpiryAddress(DEAD_LETTERS)
                .setAutoCreateDeadLetterResources(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }
}
