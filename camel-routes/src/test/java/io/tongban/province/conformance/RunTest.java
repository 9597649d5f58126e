package io.tongban.province.conformance;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.farside.FreePort;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command meets systems that are not finished: it says why nothing comes of it, and locks no account. */
class RunTest {
    @TempDir
    Path folder;

    private CommandRun command;

    @BeforeEach
    void hurry() {
        command = new CommandRun(folder);
        command.give("patience", "PT0.5S");
    }

    @Test
    void saysThatThePortIsClosedAndDrivesNothing() throws Exception {
        int port = FreePort.any();
        command.drive("51", "127.0.0.1:" + port);

        List<Finding> findings = run();

        assertThat(findings.get(0).verdict().seen())
                .isEqualTo("the port is closed: nothing listens at 127.0.0.1:" + port);
        assertThat(findings.stream().skip(1)).allMatch(finding -> finding.verdict() instanceof Verdict.NotDriven);
    }

    @Test
    void saysThatNobodyKnowsTheName() throws Exception {
        command.drive("51", "nobody.invalid:7000");

        assertThat(run().get(0).verdict().seen()).isEqualTo("the name nobody.invalid is not known here");
    }

    @Test
    void saysThatTheFarSideSpeaksNoTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> hello(plain));
            answers.setDaemon(true);
            answers.start();
            command.drive("51", "tls://127.0.0.1:" + plain.getLocalPort());

            assertThat(run().get(0).verdict().seen()).contains("speaks no TLS, and the profile's address asks for it");
        }
    }

    private static void hello(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("000010HELLO WORLD".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void signsInThreeTimesAtMostWhereTheSignInCannotBeRead() throws Exception {
        try (SoapStub province = new SoapStub()) {
            province.signIn = (http, request) -> reply(http, 200, envelope("<html>maintenance</html>"));
            command.drive("44", province.endpoint());

            List<Finding> findings = run();

            assertThat(findings.get(1).verdict().seen()).startsWith("the answer to the sign-in cannot be read");
            assertThat(findings.stream().skip(2)).allMatch(finding -> finding.verdict() instanceof Verdict.NotDriven);
            assertThat(province.requests).hasSizeBetween(1, 3);
        }
    }

    @Test
    void saysThatAPasswordIsWrongAfterOneSignIn() throws Exception {
        try (SftpStub province = new SftpStub(folder)) {
            files(province);
            command.give("tongban.province.34.password", "guess");

            assertThat(run().get(0).verdict().seen())
                    .isEqualTo("the server refuses TONGBAN: account or password is wrong; tried once");
            assertThat(province.refused).hasValue(1);
        }
    }

    @Test
    void saysThatAHostKeyIsAnother() throws Exception {
        try (SftpStub province = new SftpStub(folder)) {
            files(province);
            command.give("tongban.province.34.host-key", "SHA256:" + "A".repeat(43));

            assertThat(run().get(0).verdict().seen()).startsWith("the server shows another host key");
        }
    }

    @Test
    void saysWhichFolderIsNotThere() throws Exception {
        try (SftpStub province = new SftpStub(folder)) {
            files(province);
            Files.delete(province.out(""));

            assertThat(run().get(0).verdict().seen()).startsWith("the folder /exchange/out is not there");
        }
    }

    /** A system that answers nonsense: the exchange stands under the row, and nobody's number in it. */
    @Test
    void showsTheExchangeOfAFailedRowAndWritesTheReportWhereItIsTold() throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.answering("7777", "");
            command.drive("51", province.endpoint());

            run();

            assertThat(command.printed())
                    .containsPattern("register C\\d+: person \\*{16}\\d[0-9X], place work_place")
                    .contains("  register -> unknown (code-unknown), ")
                    .doesNotContain("119999");
            assertThat(folder.resolve("report/conformance-51.html"))
                    .content(StandardCharsets.UTF_8)
                    .contains("<pre>register C")
                    .doesNotContain("119999");
            assertThat(folder.resolve("report/conformance-51.xml"))
                    .content(StandardCharsets.UTF_8)
                    .contains("register -&gt; unknown");
        }
    }

    @Test
    void findsAFreshMonthForPersonsWhoComeAgain() throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.script = (request, out, socket) -> {
                String transaction = TcpStub.text(request, 0, 4);
                String month = transaction.equals("2001") ? TcpStub.text(request, 64 + 12 + 18 + 40 + 3, 6) : "";
                boolean paid = month.compareTo("202609") >= 0;
                String body = transaction.equals("1001")
                        ? "510000000001"
                        : "R1" + " ".repeat(18) + "000000160000" + "20261123175201";
                out.write(TcpStub.frame(TcpStub.head(request, paid ? "C002" : "0000") + (paid ? "" : body)));
            };
            command.drive("51", province.endpoint());
            Path persons = folder.resolve("persons.csv");
            Files.writeString(persons, "119999198001010018,测试员,13900000001\n".repeat(70));
            command.give("persons", persons.toString());

            run();

            assertThat(months(province))
                    .startsWith("202610", "202609", "202608")
                    .endsWith("202608");
            assertThat(months(province).stream().filter("202609"::equals)).hasSize(1);

            province.requests.clear();
            command.give("period", "2026-03");
            run();
            assertThat(months(province)).isNotEmpty().containsOnly("202603");
        }
    }

    /** What came back is shown as it came, but for the person in it. */
    @Test
    void showsTheOctetsOfAnAnswerThatCannotBeReadWithThePersonMasked() throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.script = (request, out, socket) ->
                    out.write(TcpStub.frame("NOT A HEAD " + TcpStub.text(request, 64, request.length - 64)));
            command.drive("51", province.endpoint());
            command.give("only", "register");

            run();

            assertThat(command.printed())
                    .containsPattern("the answer's \\d+ octets: .*NOT A HEAD .*\\*{18}.*\\*{6}.*\\*{11}")
                    .contains("4e 4f 54 20 41 20 48 45 41 44")
                    .doesNotContain("119999");
        }
    }

    @Test
    void drivesOnlyTheRowsThatAreAskedFor() throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.answering("7777", "");
            command.drive("51", province.endpoint());
            command.give("only", "day");

            assertThat(run())
                    .extracting(finding -> finding.check().name())
                    .containsExactly("reach", "day totals", "day items");

            command.give("only", "dai");
            assertThatThrownBy(this::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no check is named like -Donly=dai; the names are [register, ");
        }
    }

    private static List<String> months(TcpStub province) {
        return province.requests.stream()
                .filter(request -> TcpStub.text(request, 0, 4).equals("2001"))
                .map(request -> TcpStub.text(request, 64 + 12 + 18 + 40 + 3, 6))
                .toList();
    }

    private void files(SftpStub province) {
        command.drive("34", province.endpoint());
        command.give("tongban.province.34.host-key", province.hostKey());
        command.give("tongban.province.34.cut-every", "20ms");
        command.give("tongban.province.34.look-every", "20ms");
    }

    private List<Finding> run() throws IOException {
        return command.run();
    }
}
