package io.tongban.province.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.Seal;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An answer out of a log is read as the route would read it, in the dialects whose answers are no frames and no files;
 * of those see {@link WorkbenchTest}.
 */
class PastedAnswerTest {
    private static final String SERIAL = "C0000000000000000001";

    private final Map<String, String> given = new HashMap<>();
    private final Seal.Pair theirs = Seal.Pair.fresh();
    private final Seal.Pair ours = Seal.Pair.fresh();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "C0000000000000000001, 0000, 1600.00, 20261123175201, accepted",
        "C0000000000000000001, 3002, 1600.00, 20261123175201, 'refused, period-already-paid'",
        "C0000000000000000001, 7777, 1600.00, 20261123175201, 'unknown, code-unknown'",
        "C0000000000000000001, 0000, 1600.0x, 20261123175201, 'unknown, unreadable at amount'",
        "C0000000000000000001, 0000, 1600.01, 20261123175201, 'unknown, amount-differs'",
        "C0000000000000000001, 0000, 1600.00, 20261323175201, 'unknown, unreadable at booked-at'",
        "C0000000000000000009, 0000, 1600.00, 20261123175201, 'unknown, unreadable at serial'"
    })
    void ofSoapIsTheBodyOfTheResponse(String serial, String code, String amount, String at, String verdict)
            throws IOException {
        String answer = SoapStub.envelope(SoapStub.result(
                serial, code, "", "<DZDH>GD1</DZDH><YJJE>" + amount + "</YJJE><JZSJ>" + at + "</JZSJ>"));

        assertThat(said("44-guangdong.yaml", answer)).endsWith("is taken for: " + verdict + "\n");
    }

    @Test
    void ofSoapMayBeAFault() throws IOException {
        String fault = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><soap:Fault>"
                + "<faultcode>soap:Server</faultcode><faultstring>ORA-01017</faultstring></soap:Fault></soap:Body>"
                + "</soap:Envelope>";

        assertThat(said("44-guangdong.yaml", fault)).endsWith("is taken for: unknown, soap-fault\n");
    }

    @ParameterizedTest
    @CsvSource({
        "HA2001, C0000000000000000001, 0000, 20261123175201, accepted",
        "HA2001, C0000000000000000001, 3002, 20261123175201, 'refused, period-already-paid'",
        "HA2001, C0000000000000000001, 0000, 2026112317520, 'unknown, unreadable at booked-at'",
        "HA2001, C0000000000000000009, 0000, 20261123175201, 'unknown, unreadable at serial'",
        "HA9999, C0000000000000000001, 0000, 20261123175201, 'unknown, unreadable at transaction'"
    })
    void ofAQueueIsTheTextOfTheMessage(String transaction, String serial, String code, String at, String verdict)
            throws IOException {
        String answer = QueueStub.message(
                transaction, serial, code, "<DZDH>HA1</DZDH><YJJE>1600.00</YJJE><JZSJ>" + at + "</JZSJ>");

        assertThat(said("41-henan.yaml", answer)).endsWith("is taken for: " + verdict + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "C0000000000000000001, 0000, 160000, 20261123175201, accepted",
        "C0000000000000000001, 3002, 160000, 20261123175201, 'refused, period-already-paid'",
        "C0000000000000000001, 0000, 1600.00, 20261123175201, 'unknown, unreadable at amount'",
        "C0000000000000000001, 0000, 160000, '', 'unknown, unreadable at booked-at'",
        "C0000000000000000009, 0000, 160000, 20261123175201, 'unknown, unreadable at serial'"
    })
    void ofRestIsTheBodyWhoseSignatureIsVerified(String serial, String code, String amount, String at, String verdict)
            throws IOException {
        Map<String, String> members = RestStub.members(serial, code, "dzdh", "ZJ1", "yjje", amount, "jzsj", at);

        assertThat(said("33-zhejiang.yaml", signed(members, theirs))).endsWith("is taken for: " + verdict + "\n");
    }

    @Test
    void ofRestSaysNothingThatTheProvinceHasNotSigned() throws IOException {
        Map<String, String> members =
                RestStub.members(SERIAL, "0000", "dzdh", "ZJ1", "yjje", "160000", "jzsj", "20261123175201");

        assertThat(said("33-zhejiang.yaml", signed(members, Seal.Pair.fresh())))
                .endsWith("is taken for: unknown, unreadable at key\n");
        assertThat(said("33-zhejiang.yaml", "{\"fhdm\":")).endsWith("is taken for: unknown, unreadable\n");
    }

    private String signed(Map<String, String> members, Seal.Pair signer) {
        members.put("sign", Seal.sm2(signer, ours.publicKey()).sign(RestStub.text(members)));
        return RestStub.json(members);
    }

    @ParameterizedTest
    @CsvSource({
        "HN02, 2, 0000, 1600.00, 20261123175201, 'is taken for: accepted'",
        "HN02, 9, 3002, '', '', 'is taken for: refused, period-already-paid'",
        "HN02, 1, '', '', '', 'answers nothing: not done yet over there, or the whole file refused'",
        "HN02, 2, 0000, 1600.00, '', 'answers nothing: not done yet over there, or the whole file refused'",
        "HN02, 7, 0000, 1600.00, 20261123175201, 'is taken for: unknown, unreadable'",
        "HN02, 2, 0000, 1600.00, 2026, 'is taken for: unknown, unreadable at booked-at'",
        "HN01, 2, 0000, 1600.00, 20261123175201, 'is taken for: unknown, unreadable at transaction'"
    })
    void ofADatabaseIsItsColumns(String transaction, String flag, String code, String amount, String at, String said)
            throws IOException {
        assertThat(said("43-hunan.yaml", row(transaction, flag, code, amount, at)))
                .endsWith(said + "\n");
    }

    @Test
    void ofADatabaseMayBeTwoRowsThatDiffer() throws IOException {
        String rows = row("HN02", "2", "0000", "1600.00", "20261123175201") + "\n"
                + row("HN02", "2", "0000", "1600.01", "20261123175201");

        assertThat(said("43-hunan.yaml", rows)).endsWith("is taken for: unknown, rows-differ\n");
    }

    private static String row(String transaction, String flag, String code, String amount, String at) {
        return "lsh=" + SERIAL + "\njydm=" + transaction + "\nbz=" + flag + "\nfhdm=" + code
                + "\nfhxx=完成\nr_dzdh=HN1\nr_yjje=" + amount + "\nr_jzsj=" + at + "\n";
    }

    /** What the check prints of an answer to a withholding. */
    private String said(String file, String answer) throws IOException {
        Path profile = folder.resolve(file);
        given.put("profile", Files.writeString(profile, Links.shipped(file)).toString());
        given.put("command", "withhold");
        given.put("answer", Files.writeString(folder.resolve("answer"), answer).toString());
        given.put("tongban.province.33.private-key", ours.privateKey());
        given.put("tongban.province.33.province-key", theirs.publicKey());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = Check.run(
                name -> Optional.ofNullable(given.get(name)),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Samples.CLOCK);
        assertThat(status).isZero();
        return printed.toString(StandardCharsets.UTF_8);
    }
}
