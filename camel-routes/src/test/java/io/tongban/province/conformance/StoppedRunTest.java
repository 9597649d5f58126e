package io.tongban.province.conformance;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row begins with a registration: where none comes to anything, each would wait out patience, and say the same. */
class StoppedRunTest {
    @TempDir
    Path folder;

    private CommandRun command;
    private String code = "";

    @BeforeEach
    void begin() {
        command = new CommandRun(folder);
        command.give("patience", "PT0.5S");
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', the HTTP status is that of no answer; look at the path of the address (http-error)",
        "200, <html>maintenance</html>, 'the answer cannot be read; at which field stands below, and the answer itself"
                + " (unreadable)'",
        "500, '<soap:Fault><faultcode>soap:Client</faultcode><faultstring>no such operation</faultstring></soap:Fault>',"
                + " 'the answer is a SOAP Fault; look at operation, namespace and SOAPAction (soap-fault)'"
    })
    void overSoap(int status, String body, String why) throws Exception {
        try (SoapStub province = new SoapStub()) {
            String said = body.contains("Fault")
                    ? "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                            + "</soap:Body></soap:Envelope>"
                    : body.isEmpty() ? "" : envelope(body);
            province.business = (http, request) -> reply(http, status, said);
            province("44", province.endpoint());

            stops(why);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7777, return-codes does not list the code of the answer (code-unknown)",
        "E500, it is still in process when patience ends; -Dpatience=PT5M waits longer",
        "Z999, nobody can say what became of it (uncertain)"
    })
    void overTcp(String code, String why) throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.answering(code, "");
            province("51", province.endpoint());

            stops(why);
        }
    }

    /** Longer than the breaker lets calls through: what it says itself is not the reason. */
    @Test
    void saysWhyAlsoWhenTheCircuitHasOpenedMeanwhile() throws Exception {
        // One that is edited there lets more failures through than patience has.
        new Links(folder).edit("51-sichuan.yaml", "failures: 1000", "failures: 2");
        try (TcpStub province = new TcpStub()) {
            province.script = (request, out, socket) -> socket.close();
            province("51", province.endpoint());
            command.give("profiles", folder.toString());
            command.give("patience", "PT3S");

            stops("the connection ends before an answer is there (connection-cut)");

            assertThat(province.requests).hasSize(2);
        }
    }

    @Test
    void saysThatACallIsTakenAndNotAnswered() throws Exception {
        new Links(folder).edit("51-sichuan.yaml", "reply: 10s", "reply: 200ms");
        try (TcpStub province = new TcpStub()) {
            province.script =
                    (request, out, socket) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            province("51", province.endpoint());
            command.give("profiles", folder.toString());

            stops("the call is taken, and not answered within timeouts.reply (timeout)");
        }
    }

    @Test
    void goesOnWhereARegistrationIsUnderstood() throws Exception {
        try (TcpStub province = new TcpStub()) {
            province.answering("B001", "");
            province("51", province.endpoint());

            command.run();

            assertThat(command.printed()).doesNotContain("not tried");
        }
    }

    /** One row that cannot be read is no reason to leave out the others. */
    @Test
    void goesOnWhereOnlyWithholdingsAreNotUnderstood() throws Exception {
        command.give("patience", "PT0.05S");
        try (TcpStub province = new TcpStub()) {
            province.script = (request, out, socket) -> {
                boolean registers = TcpStub.text(request, 0, 4).equals("1001");
                out.write(TcpStub.frame(
                        TcpStub.head(request, registers ? "0000" : "7777") + (registers ? "510000000001" : "")));
            };
            province("51", province.endpoint());

            command.run();

            assertThat(command.printed()).doesNotContain("not tried");
        }
    }

    private void stops(String why) throws IOException {
        List<Finding> findings = command.run();

        String words = "no registration comes to an outcome, and all other rows begin with one: " + why;
        assertThat(findings.get(1).verdict()).as(command.printed()).isEqualTo(new Verdict.Failed(words));
        assertThat(findings.stream().skip(2).map(Finding::verdict))
                .hasSizeGreaterThan(20)
                .containsOnly(new Verdict.NotDriven("not tried: the run ended at \"register\""));
        String end = "; ended at \"register\", " + (findings.size() - 2) + " not tried: " + words;
        assertThat(command.printed()).contains(end);
        String report = "report/conformance-" + code + ".html";
        assertThat(folder.resolve(report)).content(StandardCharsets.UTF_8).contains(Markup.escaped(end));
    }

    private void province(String code, String endpoint) {
        this.code = code;
        command.drive(code, endpoint);
    }
}
