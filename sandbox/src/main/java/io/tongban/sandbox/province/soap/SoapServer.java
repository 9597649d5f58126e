package io.tongban.sandbox.province.soap;

import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty on loopback with a CXF of its own behind it, and bounds on what a caller may send. */
final class SoapServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SoapServer.class);
    /** A business document is under two kibibytes. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_THREADS = 200;
    private static final int LEAST_THREADS = 2;
    private static final int IDLE_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;
    private final Bus bus = BusFactory.newInstance().createBus();

    SoapServer(String path, int port, SiServiceEndpoint endpoint) {
        server = new Server(new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS));
        connector = connector(port);
        server.addConnector(connector);
        int lastSlash = path.lastIndexOf('/');
        server.setHandler(handler(path.substring(0, lastSlash)));
        bus.setProperty(FaultListener.class.getName(), (FaultListener) SoapServer::logFault);
        try {
            server.start();
            publish(endpoint, path.substring(lastSlash));
        } catch (Exception e) {
            close();
            throw new IllegalStateException("soap simulator cannot listen on port " + port, e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("soap simulator did not stop cleanly: {}", e.getClass().getSimpleName());
        }
        bus.shutdown(false);
    }

    private ServerConnector connector(int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(1);
        return connector;
    }

    private SizeLimitHandler handler(String folder) {
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setInitOrder(1);
        context.addServlet(holder, folder + "/*");
        SizeLimitHandler limit = new SizeLimitHandler(MOST_BYTES, -1);
        limit.setHandler(context);
        return limit;
    }

    private void publish(SiServiceEndpoint endpoint, String name) {
        EndpointImpl published = new EndpointImpl(bus, endpoint);
        published.setProperties(Map.of(
                StaxUtils.MAX_ELEMENT_DEPTH, "20",
                StaxUtils.MAX_CHILD_ELEMENTS, "50",
                StaxUtils.MAX_ATTRIBUTE_COUNT, "20",
                StaxUtils.MAX_TEXT_LENGTH, String.valueOf(MOST_BYTES)));
        published.getOutInterceptors().add(new CDataInterceptor());
        published.publish(name);
    }

    /** CXF would log the whole fault, and a fault may quote what was sent. */
    private static boolean logFault(Exception fault, String description, org.apache.cxf.message.Message message) {
        LOG.debug("call failed: {}", fault.getClass().getSimpleName());
        return false;
    }
}
