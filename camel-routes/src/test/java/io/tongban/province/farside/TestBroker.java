package io.tongban.province.farside;

import jakarta.jms.JMSContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.activemq.artemis.spi.core.security.jaas.NoCacheLoginException;

/** A real Artemis on loopback that keeps nothing. It can go away and come back at the same address. */
public final class TestBroker implements AutoCloseable {
    /** Held here, or it would forget its level. The broker audits every step of its own at level INFO. */
    private static final Logger LOG = Logger.getLogger("org.apache.activemq");

    public static final String USER = "PROVINCE";
    public static final String PASSWORD = "secret-of-province";

    private final int port = FreePort.any();
    /** Sign-ins with a wrong password. */
    public final AtomicInteger refused = new AtomicInteger();

    private final AddressSettings settings =
            new AddressSettings().setRedeliveryDelay(50).setMaxDeliveryAttempts(6);
    private EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** Not started yet. */
    public TestBroker() {
        LOG.setLevel(Level.SEVERE);
    }

    public String endpoint() {
        return "tcp://127.0.0.1:" + port;
    }

    public AddressSettings settings() {
        return settings;
    }

    public TestBroker start() throws Exception {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("TONGBAN", "secret-of-41");
        users.addUser(USER, PASSWORD);
        users.addRole("TONGBAN", "user");
        users.addRole(USER, "user");
        Role all = new Role("user", true, true, true, true, true, true, false, true, true, true, false, false);
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.putSecurityRoles("#", Set.of(all));
        configuration.addAddressSetting("#", settings);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE")));
        server = new EmbeddedActiveMQ().setConfiguration(configuration).setSecurityManager(new Counting(users));
        server.start();
        return this;
    }

    /** A message that says it is text, with a body that is none. */
    public void sendRaw(String queue, byte[] body) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(endpoint());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(USER, PASSWORD, false, true, true, false, 1)) {
            ClientMessage message = session.createMessage(Message.TEXT_TYPE, true);
            message.getBodyBuffer().writeBytes(body);
            session.createProducer(queue).send(message);
        }
    }

    /** A text that is small on its way and grows in the memory of the one who takes it. */
    public void sendCompressed(String queue, String text) throws Exception {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(endpoint())) {
            factory.setCompressLargeMessage(true);
            try (JMSContext context = factory.createContext(USER, PASSWORD)) {
                context.createProducer().send(context.createQueue(queue), text);
            }
        }
    }

    public void stop() throws Exception {
        server.stop();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private final class Counting extends ActiveMQJAASSecurityManager {
        Counting(SecurityConfiguration users) {
            super(InVMLoginModule.class.getName(), users);
        }

        @Override
        public Subject authenticate(String user, String password, RemotingConnection remote, String domain)
                throws NoCacheLoginException {
            Subject subject = super.authenticate(user, password, remote, domain);
            if (subject == null) {
                refused.incrementAndGet();
            }
            return subject;
        }
    }
}
