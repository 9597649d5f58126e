package io.tongban.province;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A real Artemis on loopback that keeps nothing. It can go away and come back at the same address. */
final class TestBroker implements AutoCloseable {
    /** Held here, or it would forget its level. The broker audits every step of its own at level INFO. */
    private static final Logger LOG = Logger.getLogger("org.apache.activemq");

    private final int port;
    private final AddressSettings settings =
            new AddressSettings().setRedeliveryDelay(50).setMaxDeliveryAttempts(-1);
    private EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** Not started yet. */
    TestBroker() throws IOException {
        LOG.setLevel(Level.SEVERE);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    String endpoint() {
        return "tcp://127.0.0.1:" + port;
    }

    AddressSettings settings() {
        return settings;
    }

    TestBroker start() throws Exception {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("TONGBAN", "secret-of-41");
        users.addUser("PROVINCE", "secret-of-province");
        users.addRole("TONGBAN", "user");
        users.addRole("PROVINCE", "user");
        Role all = new Role("user", true, true, true, true, true, true, false, true, true, true, false, false);
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.putSecurityRoles("#", Set.of(all));
        configuration.addAddressSetting("#", settings);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE")));
        server = new EmbeddedActiveMQ()
                .setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
        return this;
    }

    void stop() throws Exception {
        server.stop();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
