package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.SimulatedProvince;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;

/**
 * One broker for all provinces of this JVM that speak {@code queue}. It starts with the first and stops with the last,
 * and what lies on its queues is gone then. A province that asks for a port of its own has a broker of its own.
 */
final class SharedBroker {
    private static final Map<Integer, SharedBroker> RUNNING = new HashMap<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int askedPort;
    private final BrokerGuard guard = new BrokerGuard();
    private final EmbeddedActiveMQ server;
    private final ActiveMQJMSConnectionFactory inside;
    private int guests;

    private SharedBroker(int askedPort) {
        this.askedPort = askedPort;
        int number = NUMBERS.incrementAndGet();
        server = new EmbeddedActiveMQ()
                .setConfiguration(BrokerConfiguration.of(askedPort, number))
                .setSecurityManager(guard);
        try {
            server.start();
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("the broker cannot start on port " + askedPort, e);
        }
        if (!isOpen()) {
            // A door that does not open is only logged over there.
            stop();
            throw new IllegalStateException("the broker cannot listen on port " + askedPort);
        }
        inside = new ActiveMQJMSConnectionFactory(
                false,
                new TransportConfiguration(
                        InVMConnectorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, number)));
    }

    /**
     * Takes a province in.
     *
     * @param port TCP port on loopback, 0 for the one that all share
     * @throws IllegalStateException if the port is taken, or one of its queues is another's
     */
    static SharedBroker enter(SimulatedProvince province, int port) {
        synchronized (RUNNING) {
            SharedBroker broker = RUNNING.computeIfAbsent(port, SharedBroker::new);
            broker.guard.admit(province);
            broker.guests++;
            broker.create(Queues.of(province));
            return broker;
        }
    }

    void leave(SimulatedProvince province) {
        synchronized (RUNNING) {
            guard.dismiss(province);
            guests--;
            if (guests == 0) {
                RUNNING.remove(askedPort);
                inside.close();
                stop();
            }
        }
    }

    private boolean isOpen() {
        return server.getActiveMQServer().isActive() && door() != null && door().isStarted();
    }

    private Acceptor door() {
        return server.getActiveMQServer().getRemotingService().getAcceptor(BrokerConfiguration.DOOR);
    }

    int port() {
        return door().getActualPort();
    }

    /** A connection of the simulators' own, started. */
    Connection connect() throws JMSException {
        Connection connection = inside.createConnection(BrokerGuard.SIMULATORS, guard.secret());
        connection.start();
        return connection;
    }

    private void create(Queues queues) {
        try {
            for (String queue : queues.all()) {
                server.getActiveMQServer()
                        .createQueue(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST), true);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not create its queues", e);
        }
    }

    private void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }
}
