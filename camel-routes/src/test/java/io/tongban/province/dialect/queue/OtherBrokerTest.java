package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.ClassicBroker;
import io.tongban.province.farside.FreePort;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TlsFront;
import io.tongban.province.nearside.Arrived;
import io.tongban.province.nearside.Samples;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Henan behind a broker of another make, by the class of its own client: ActiveMQ Classic, over its OpenWire. */
@Timeout(120)
class OtherBrokerTest {
    private static final String CLEAR = "factory: org.apache.activemq.ActiveMQConnectionFactory\n"
            + "  factory-settings: brokerURL=tcp://{host}:{port} connectResponseTimeout=9000 sendTimeout=9000 requestTimeout=9000";
    private static final String PROTECTED = "factory: org.apache.activemq.ActiveMQSslConnectionFactory\n"
            + "  factory-settings: brokerURL=ssl://{host}:{port} trustStore={trust-store}"
            + " trustStorePassword={trust-store-password} trustStoreType=PKCS12"
            + " connectResponseTimeout=9000 sendTimeout=9000 requestTimeout=9000";

    private final Arrived arrived = new Arrived();

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    @Test
    void asksAndIsAnsweredOverTlsAndTakesWhatComesLater() throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        try (ClassicBroker broker = new ClassicBroker();
                QueueStub province = broker.province();
                TlsFront front = new TlsFront(certificates.serving(), broker.port());
                ProvinceLink link = links(PROTECTED + "\n  trust: " + certificates.pem(keys), "tls", front.port())
                        .open()) {
            province.answering("0000", BOOKED);
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(front.handshakes).hasPositiveValue();
            assertThat(province.requests.get(0).getJMSCorrelationID()).isEqualTo(Samples.SERIAL);

            province.reply(Samples.SERIAL, message("HA2001", Samples.SERIAL, "0000", BOOKED));
            assertThat(arrived.next()).as("in nobody's hands any more").isInstanceOf(ProvinceReply.Accepted.class);
            province.reply(Samples.SERIAL, "no document");
            assertThat(((TextMessage) province.aside()).getText()).isEqualTo("no document");
        }
    }

    @Test
    void sendsNothingToABrokerForWhichAnotherAuthorityVouches() throws Exception {
        Path others = new Certificates("127.0.0.1", -1).pem(keys);
        try (ClassicBroker broker = new ClassicBroker();
                TlsFront front = new TlsFront(new Certificates("127.0.0.1", -1).serving(), broker.port());
                ProvinceLink link = links(PROTECTED + "\n  trust: " + others, "tls", front.port())
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isInstanceOf(ProvinceReply.Unknown.class);
            assertThat(broker.signIns).hasValue(0);
        }
    }

    @Test
    void triesAWrongPasswordNoMoreThanThreeTimesHoweverOftenItIsCalled() throws Exception {
        try (ClassicBroker broker = new ClassicBroker();
                ProvinceLink link = links(CLEAR, "tcp", broker.port())
                        .set("tongban.province.41.password", "guess")
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown(UnknownCause.ACCESS_REFUSED));
            for (int i = 0; i < 5; i++) {
                assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown(UnknownCause.ACCESS_REFUSED));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> broker.signIns.get() >= 2);
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown(UnknownCause.ACCESS_REFUSED));
            assertThat(broker.signIns).hasValueLessThanOrEqualTo(3);
        }
    }

    @Test
    void isNotConnectedWhereNobodyListens() {
        try (ProvinceLink link = links(CLEAR, "tcp", FreePort.any()).open()) {
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown(UnknownCause.NOT_CONNECTED));
        }
    }

    /** As an operator puts a client that does not ship beside the gateway. */
    @Test
    void findsAClassInAJarOfTheOperatorsFolder(@TempDir Path jars) throws Exception {
        try (ProvinceLink link = links(
                        "factory: maker.Factory\n  factory-settings: queueManager=QM{port} retries=3", "tcp", 1414)
                .set("tongban.province.drivers-folder", jar(jars).toString())
                .open()) {
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown(UnknownCause.CONNECTION_CUT));
            assertThat(System.getProperty("maker.Factory")).isEqualTo("QM1414 3 TONGBAN");
        } finally {
            System.clearProperty("maker.Factory");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tcp | factory: maker.Missing | "factory" needs the class maker.Missing of a JMS provider, which is not there
            tcp | factory: java.lang.String | or no jakarta.jms.ConnectionFactory; put the jars of its client into a folder
            tcp | factory: nopackage | "options.factory" cannot be used; write the class of a jakarta.jms.ConnectionFactory
            tcp | factory-settings: a=b | has "factory-settings", which has no effect where factory is
            tcp | factory: org.apache.activemq.ActiveMQConnectionFactory\\n  factory-settings: brokerUrls=tcp | has "brokerUrls", which the class has not
            tcp | factory: org.apache.activemq.ActiveMQConnectionFactory\\n  factory-settings: sendTimeout=soon | has "sendTimeout", which the class has not, or not as a text
            tcp | factory: org.apache.activemq.ActiveMQConnectionFactory\\n  factory-settings: sendTimeout=1 sendTimeout=2 | says "sendTimeout" twice
            tls | factory: org.apache.activemq.ActiveMQConnectionFactory\\n  factory-settings: brokerURL=tcp://{host}:{port} | has no setting for TLS, and the endpoint is tls://
            tcp | factory: org.apache.activemq.ActiveMQSslConnectionFactory\\n  factory-settings: trustStore={trust-store} | has a setting for TLS, and the endpoint is tcp://
            tls | factory: org.apache.activemq.ActiveMQSslConnectionFactory\\n  factory-settings: trustStore={trust-store} | has {trust-store}, and the profile has no "trust"
            tls | factory: org.apache.activemq.ActiveMQSslConnectionFactory\\n  factory-settings: brokerURL=tcp://{host}:{port} trustStore={trust-store} | has tcp:// in "brokerURL", which is clear text
            tls | factory: org.apache.activemq.ActiveMQSslConnectionFactory\\n  factory-settings: brokerURL=failover:(ssl://{host}:{port},NIO://{host}:{port}) trustStore={trust-store} | has NIO:// in "brokerURL", which is clear text
            tls | factory: org.apache.activemq.ActiveMQConnectionFactory\\n  factory-settings: brokerURL={tls} | has "brokerURL", which the class has not
            """)
    void saysWhatDoesNotGoTogether(String scheme, String options, String why) {
        assertThatThrownBy(() -> links(options.replace("\\n", "\n"), scheme, 1).open())
                .hasMessageContaining(why);
    }

    private Links links(String options, String scheme, int port) {
        return new Links(folder)
                .edit("41-henan.yaml", "reply: 10s", "reply: 20s")
                .edit("41-henan.yaml", "  request-queue:", "  " + options + "\n  request-queue:")
                .set("tongban.province.41.endpoint", scheme + "://127.0.0.1:" + port)
                .inbox(arrived);
    }

    private static Path jar(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("maker")).resolve("Factory.java");
        Files.writeString(source, """
                package maker;
                public class Factory implements jakarta.jms.ConnectionFactory {
                    private String queueManager;
                    private int retries;
                    public void setQueueManager(String name) { queueManager = name; }
                    public void setRetries(int number) { retries = number; }
                    public jakarta.jms.Connection createConnection() { throw new UnsupportedOperationException(); }
                    public jakarta.jms.Connection createConnection(String user, String password) throws jakarta.jms.JMSException {
                        System.setProperty("maker.Factory", queueManager + " " + retries + " " + user);
                        throw new jakarta.jms.JMSException("not today");
                    }
                    public jakarta.jms.JMSContext createContext() { throw new UnsupportedOperationException(); }
                    public jakarta.jms.JMSContext createContext(String u, String p) { throw new UnsupportedOperationException(); }
                    public jakarta.jms.JMSContext createContext(String u, String p, int m) { throw new UnsupportedOperationException(); }
                    public jakarta.jms.JMSContext createContext(int m) { throw new UnsupportedOperationException(); }
                }
                """);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(failed).isZero();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("maker.jar")))) {
            jar.putNextEntry(new JarEntry("maker/Factory.class"));
            jar.write(Files.readAllBytes(folder.resolve("maker/Factory.class")));
        }
        return folder;
    }

    private static ProvinceReply unknown(UnknownCause cause) {
        return new ProvinceReply.Unknown(Samples.SERIAL, cause);
    }
}
