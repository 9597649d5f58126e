package io.tongban.province.conformance;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.reply;
import static io.tongban.province.farside.SoapStub.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.CountingRelay;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.farside.TlsFarSide;
import io.tongban.province.farside.TlsFront;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A far side that lets nobody in: the run says why in words of its own, and tries three times at most. */
class RefusedRunTest {
    private static final String SIGN_IN_REFUSED =
            "the sign-in is refused: operator, password or key is wrong; tried no more, so that the account is not locked";

    @TempDir
    Path folder;

    private CommandRun command;

    @BeforeEach
    void begin() {
        command = new CommandRun(folder);
        // Long enough for many more sign-ins than it may try.
        command.give("patience", "PT3S");
    }

    @Test
    void aPasswordOverSoap() throws Exception {
        try (SoapStub province = new SoapStub()) {
            province.signIn = (http, request) -> reply(http, 200, envelope(result(request, "1002", "")));
            command.drive("44", province.endpoint(), "guess");

            stops(SIGN_IN_REFUSED);

            assertThat(province.requests).hasSizeBetween(1, 3).allMatch(request -> request.contains("SIGNIN"));
        }
    }

    @Test
    void aPasswordOverTcp() throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.answering("A001", "");
            command.drive("51", province.endpoint(), "guess");

            stops(SIGN_IN_REFUSED);

            assertThat(province.requests).hasSizeBetween(1, 3);
        }
    }

    @Test
    void aKeyOverRest() throws Exception {
        try (RestProvince province = new RestProvince(folder)) {
            province.stub.signIn = (http, request) -> RestStub.reply(http, 200, province.stub.answer(request, "1002"));
            command.drive("33", province.stub.endpoint(), "guess");
            command.giveProvince("33", "private-key", province.ours.privateKey());
            command.giveProvince("33", "province-key", province.theirs.publicKey());

            stops(SIGN_IN_REFUSED);

            assertThat(province.stub.transactions()).hasSizeBetween(1, 3).containsOnly("ZJ0001");
        }
    }

    @Test
    void aPasswordOverAQueue() throws Exception {
        try (TestBroker broker = new TestBroker().start()) {
            command.drive("41", broker.endpoint(), "guess");

            stops(SIGN_IN_REFUSED);

            assertThat(broker.refused).hasValueBetween(1, 3);
        }
    }

    @Test
    void aPasswordOfADatabase() throws Exception {
        try (ExchangeStub province = new ExchangeStub()) {
            URI endpoint = URI.create(province.endpoint());
            try (CountingRelay relay = new CountingRelay(endpoint.getPort())) {
                command.driveDongting("postgresql://127.0.0.1:" + relay.port() + endpoint.getPath(), "guess");

                stops("the database refuses tongban_98: account or password is wrong, or nobody is let in from here;"
                        + " tried once");

                assertThat(relay.spoken).hasValue(1);
            }
        }
    }

    @Test
    void aFarSideThatSpeaksTlsWhereTheProfileSaysNone() throws Exception {
        try (TcpStub behind = new TcpStub();
                TlsFront front = new TlsFront(
                        new Certificates("127.0.0.1", -1).serving(),
                        URI.create("tcp://" + behind.endpoint()).getPort())) {
            String place = "127.0.0.1:" + front.port();
            command.drive("51", place, "secret-of-51");

            stops(place + " speaks TLS, and the profile's address is in clear text; write https:// or tls://");

            assertThat(behind.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 127.0.0.1, -20, a certificate that is not in date",
        "tcp, 127.0.0.1, 5, a certificate that is not in date",
        "tcp, 127.0.0.2, -1, a certificate for another name than that of the address",
        "soap, 127.0.0.1, -20, a certificate that is not in date",
        "soap, 127.0.0.2, -1, a certificate for another name than that of the address",
        "exchangedb, 127.0.0.1, -20, a certificate that is not in date",
        "exchangedb, 127.0.0.2, -1, a certificate for another name than that of the address"
    })
    void aCertificate(String dialect, String address, int from, String words) throws Exception {
        Certificates certificates = new Certificates(address, from);
        try (TlsFarSide far = TlsFarSide.of(dialect);
                TlsFront front = far.front(certificates)) {
            far.links(folder, front.port(), certificates.pem(folder));
            command.give("profiles", folder.toString());
            command.drive(
                    far.province().value(),
                    far.endpoint(front.port()),
                    dialect.equals("exchangedb") ? ExchangeStub.PASSWORD : "secret");

            stops("127.0.0.1:" + front.port() + " shows " + words);

            assertThat(far.arrived()).isZero();
        }
    }

    /** As behind a firewall that lets nothing through: nobody says no, either. */
    @Test
    void aPortThatTakesNoConnections() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> waiting = fill(full);
            try {
                String place = "127.0.0.1:" + full.getLocalPort();
                command.drive("51", place, "secret-of-51");

                stops(place + " does not take connections within 2000 ms: a firewall, or another address");
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    /** Until the system answers nobody any more for the one who does not accept. */
    private static List<Socket> fill(ServerSocket server) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        while (waiting.size() < 100) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()), 500);
                waiting.add(socket);
            } catch (SocketTimeoutException e) {
                socket.close();
                return waiting;
            }
        }
        throw new IllegalStateException("it takes any number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=verify-full"})
    void aDatabaseThatTakesConnectionsAndSaysNothing(String more) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            String place = "127.0.0.1:" + silent.getLocalPort();
            command.driveDongting("postgresql://" + place + "/none" + more, ExchangeStub.PASSWORD);
            new Links(folder).edit("98-dongting.yaml", "connect: 30s", "connect: 2s");

            stops(
                    more.isEmpty()
                            ? "the address takes connections, and no session comes about: it does not answer"
                            : place + " does not answer the beginning of TLS: it may speak none; write the address"
                                    + " without sslmode");
        }
    }

    private void stops(String words) throws Exception {
        List<Finding> findings = command.run();

        assertThat(findings.stream().filter(Finding::failed).map(Finding::verdict))
                .as(command.printed())
                .containsExactly(new Verdict.Failed(words));
        assertThat(command.printed()).contains((findings.size() - 1 - tried(findings)) + " not tried: " + words);
    }

    /** How many rows came before the one that failed. */
    private static int tried(List<Finding> findings) {
        return (int) findings.stream().takeWhile(finding -> !finding.failed()).count();
    }
}
