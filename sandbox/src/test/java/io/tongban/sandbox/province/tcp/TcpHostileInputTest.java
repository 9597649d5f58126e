package io.tongban.sandbox.province.tcp;

import static io.tongban.sandbox.province.tcp.TcpCaller.ascii;
import static io.tongban.sandbox.province.tcp.TcpCaller.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpHostileInputTest {
    private static Simulator simulator;
    private static TcpCaller caller;

    @BeforeAll
    static void open() {
        simulator = Simulators.start("51", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new TcpCaller(simulator.endpoint(), simulator.password());
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    /** Whatever was sent, the province lives. */
    @AfterEach
    void stillAnswers() throws Exception {
        assertThat(caller.call("2009", Serials.next(), SichuanFields.inquire(Serials.next()))
                        .returnCode())
                .isEqualTo("D404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello!", "-00001", "999999", "004097", "      ", "GET / HTTP/1.1\r\n\r\n"})
    void hangsUpOnWhatIsNoFrame(String bytes) {
        assertThat(answerTo(ascii(bytes))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63})
    void hangsUpOnAFrameTooShortForAHead(int length) {
        assertThat(answerTo(ascii(String.format("%06d", length) + "x".repeat(length))))
                .isEmpty();
    }

    @Test
    void answersABodyOfTheWrongLengthWithASystemError() throws Exception {
        byte[] tooShort = ascii("1".repeat(120));
        byte[] tooLong = ascii("1".repeat(122));

        assertThat(caller.call("2001", Serials.next(), tooShort).returnCode()).isEqualTo("Z999");
        assertThat(caller.call("2001", Serials.next(), tooLong).returnCode()).isEqualTo("Z999");
        assertThat(caller.call("7777", Serials.next(), tooLong).returnCode()).isEqualTo("Z999");
    }

    @Test
    void answersAHalfCharacterInANameWithASystemErrorAndRegistersNoOne() throws Exception {
        byte[] name = text("办".repeat(20), 40);
        name[39] = ' ';
        long before = simulator.ledger().persons();

        assertThat(caller.call("1001", Serials.next(), ascii(Citizens.number(6)), name, ascii("139000000171"))
                        .returnCode())
                .isEqualTo("Z999");
        assertThat(simulator.ledger().persons()).isEqualTo(before);
    }

    @Test
    void answersOthersWhileManyConnectionsSendNothing() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), port()));
            }
            stillAnswers();
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void takesAFrameByteByByte() throws Exception {
        byte[] frame = caller.frame("2009", Serials.next(), "TONGBAN   ", SichuanFields.inquire(Serials.next()));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setTcpNoDelay(true);
            for (byte one : frame) {
                socket.getOutputStream().write(one);
            }
            assertThat(new TcpCaller.Reply(socket.getInputStream().readAllBytes()).returnCode())
                    .isEqualTo("D404");
        }
    }

    private static int port() {
        return Integer.parseInt(simulator.endpoint().split(":", -1)[2]);
    }

    /** A reset counts as hanging up: it is what bytes left unread turn a close into. */
    private static byte[] answerTo(byte[] bytes) {
        try {
            return caller.exchange(bytes);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
