package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TcpFaultsTest {
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";

    @TempDir
    static Path folder;

    private static TcpStub province;
    private static ProvinceLink link;

    @BeforeAll
    static void open() {
        province = new TcpStub();
        link = new Links(folder)
                .set("tongban.province.51.endpoint", province.endpoint())
                .open();
    }

    @AfterAll
    static void close() throws IOException {
        link.close();
        province.close();
    }

    @Test
    void takesNoReplyForATimeOut(@TempDir Path other) {
        province.script = (request, out, socket) -> socket.getInputStream().read();

        assertTimeOut(other);
    }

    @Test
    void takesAReplyThatTricklesForATimeOut(@TempDir Path other) {
        province.script = (request, out, socket) -> {
            byte[] frame = TcpStub.frame(TcpStub.head(request, "0000") + BOOKED);
            socket.setSoTimeout(50);
            for (byte next : frame) {
                out.write(next);
                pause(socket.getInputStream()::read);
            }
        };

        assertTimeOut(other);
    }

    @Test
    void takesAConnectionCutBeforeTheReplyForUnknown() {
        province.script = (request, out, socket) -> {};

        assertUnknown("connection-cut");
    }

    @Test
    void takesAConnectionCutWithinTheReplyForUnknown() {
        province.script = (request, out, socket) -> out.write(TcpStub.frame(TcpStub.head(request, "0000")), 0, 40);

        assertUnknown("connection-cut");
    }

    @Test
    void saysThatNobodyListens(@TempDir Path other) {
        try (ProvinceLink nowhere = new Links(other).open()) {
            assertThat(nowhere.send(Samples.withhold(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_CONNECTED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "00x123", "-00012", "      ", "<html>", "008193"})
    void refusesALengthThatIsNone(String length) {
        province.script =
                (request, out, socket) -> out.write((length + "…".repeat(50)).getBytes(StandardCharsets.UTF_8));

        assertUnknown("unreadable");
    }

    @Test
    void refusesTenMegabytesWhereOneKilobyteIsDue() {
        province.script = (request, out, socket) -> out.write(new byte[10_000_000]);

        assertUnknown("unreadable");
    }

    @Test
    void readsAFrameThatComesInTenPackets() {
        province.script = (request, out, socket) -> {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(5);
            byte[] frame = TcpStub.frame(TcpStub.head(request, "0000") + BOOKED);
            for (int from = 0; from < frame.length; from += frame.length / 10 + 1) {
                out.write(frame, from, Math.min(frame.length / 10 + 1, frame.length - from));
                out.flush();
                pause(socket.getInputStream()::read);
            }
        };

        assertAccepted();
    }

    @Test
    void readsTheFirstOfTwoAcknowledgementsInOnePacket() {
        province.script = (request, out, socket) -> {
            byte[] frame = TcpStub.frame(TcpStub.head(request, "0000") + BOOKED);
            ByteArrayOutputStream twice = new ByteArrayOutputStream();
            twice.writeBytes(frame);
            twice.writeBytes(frame);
            out.write(twice.toByteArray());
        };

        assertAccepted();
    }

    @Test
    void passesOverANulBehindOrInTheFrame() {
        province.script = (request, out, socket) -> {
            write(out, TcpStub.frame(TcpStub.head(request, "0000") + BOOKED + "\0"));
            out.write(0);
        };

        assertAccepted();
    }

    @Test
    void losesNothingButHalfACharacterAtTheEndOfAText() {
        province.script = (request, out, socket) -> {
            byte[] reply = (TcpStub.head(request, "B001")).getBytes(TcpStub.GBK);
            byte[] message = ("x" + "查无此人".repeat(8)).getBytes(TcpStub.GBK);
            System.arraycopy(message, 0, reply, 28, 60);
            write(out, TcpStub.frame(reply));
        };

        assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                .isEqualTo(new ProvinceReply.Refused(
                        Samples.SERIAL, RefusalReason.PERSON_UNKNOWN, "B001", "x" + "查无此人".repeat(7) + "查"));
    }

    @ParameterizedTest
    @CsvSource({
        "2001, Q261123175200000001X, SC20261123000001, 000000110200, 20261123175201, unreadable",
        "1001, W261123175200000001A, SC20261123000001, 000000110200, 20261123175201, unreadable",
        "2001, W261123175200000001A, SC20261123000001, 000000110201, 20261123175201, amount-differs",
        "2001, W261123175200000001A, SC20261123000001, 00000011020x, 20261123175201, unreadable",
        "2001, W261123175200000001A, '                ', 000000110200, 20261123175201, unreadable",
        "2001, W261123175200000001A, SC2026112300000收, 000000110200, 20261123175201, unreadable",
        "2001, W261123175200000001A, SC20261123000001, 000000110200, 20261323175201, unreadable",
        "2001, W261123175200000001A, SC20261123000001, 000000110200, 20261123175201x, unreadable"
    })
    void acceptsNothingThatDoesNotFitTheCommand(
            String transaction, String serial, String receipt, String amount, String at, String cause) {
        province.script = (request, out, socket) -> {
            String number = receipt + " ".repeat(20 - receipt.getBytes(TcpStub.GBK).length);
            write(out, TcpStub.frame(TcpStub.head(transaction, serial, "0000") + number + amount + at));
        };

        assertUnknown(cause);
    }

    private static void assertTimeOut(Path other) {
        try (ProvinceLink hasty = new Links(other)
                .hasty("51-sichuan.yaml")
                .set("tongban.province.51.endpoint", province.endpoint())
                .open()) {
            assertThat(hasty.send(Samples.withhold(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.TIMEOUT));
        }
    }

    private void assertUnknown(String cause) {
        assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }

    private void assertAccepted() {
        assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                .isInstanceOfSatisfying(
                        ProvinceReply.Accepted.class,
                        accepted -> assertThat(accepted.detail()).isInstanceOf(ProvinceDetail.Withheld.class));
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
    }

    private interface Read {
        int read() throws IOException;
    }

    /** Waits on the socket, which stays silent, for its own time-out. */
    private static void pause(Read read) throws IOException {
        try {
            read.read();
        } catch (java.net.SocketTimeoutException e) {
            // the pause is over
        }
    }
}
