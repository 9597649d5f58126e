package io.tongban.province.farside;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** A real ActiveMQ Classic on loopback that keeps nothing: another maker's broker, protocol and client than Artemis. */
public final class ClassicBroker implements AutoCloseable {
    /** Held here, or it would forget its level. */
    private static final Logger LOG = Logger.getLogger("org.apache.activemq");

    private final BrokerService service = new BrokerService();
    private final TransportConnector connector;
    /** Sign-ins as the gateway's operator, refused ones included. */
    public final AtomicInteger signIns = new AtomicInteger();

    public ClassicBroker() throws Exception {
        LOG.setLevel(Level.SEVERE);
        service.setBrokerName("classic-" + System.identityHashCode(this));
        service.setPersistent(false);
        service.setUseJmx(false);
        service.setAdvisorySupport(false);
        connector = service.addConnector("tcp://127.0.0.1:0");
        service.setPlugins(new BrokerPlugin[] {
            new SimpleAuthenticationPlugin(List.of(
                    new AuthenticationUser("TONGBAN", "secret-of-41", "all"),
                    new AuthenticationUser(TestBroker.USER, TestBroker.PASSWORD, "all"))),
            Counting::new
        });
        service.start();
        service.waitUntilStarted();
    }

    public int port() throws Exception {
        return connector.getConnectUri().getPort();
    }

    /** The province behind it. */
    public QueueStub province() throws Exception {
        return new QueueStub(new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port()));
    }

    @Override
    public void close() throws Exception {
        service.stop();
    }

    private final class Counting extends BrokerFilter {
        Counting(Broker next) {
            super(next);
        }

        @Override
        public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
            if (info.getUserName().equals("TONGBAN")) {
                signIns.incrementAndGet();
            }
            super.addConnection(context, info);
        }
    }
}
