package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.OneProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile beside the WSDL that its province gave out: what the one does not have is told before the first call. */
class WsdlTest {
    private static final Path FAR_SIDE = Path.of("src/test/resources/farsides/soap");
    private static final String RPC = """
            <definitions targetNamespace="urn:si" xmlns="http://schemas.xmlsoap.org/wsdl/"
                xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:si" xmlns:x="http://www.w3.org/2001/XMLSchema">
              <message name="In"><part name="arg0" type="x:string"/></message>
              <message name="Out"><part name="return" type="x:string"/></message>
              <portType name="P"><operation name="call"><input message="t:In"/><output message="t:Out"/></operation></portType>
              <binding name="B" type="t:P"><s:binding style="rpc"/><operation name="call"><s:operation soapAction=""/>
                <input><s:body use="literal" namespace="urn:si:rpc"/></input></operation></binding>
            </definitions>
            """;

    @TempDir
    Path folder;

    @Test
    void takesAProfileThatCallsWhatItsWsdlHas() throws IOException {
        Path wsdl = FAR_SIDE.resolve("trade.wsdl");

        assertThatCode(() -> codec(meishan(wsdl, "", ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code: regPerson | code: regPersons | it has no operation "regPersons", as which "register" is called; it has [askTrade, dayBook, dayTrades, getCover, payMonth, regPerson]
            envelope: soap-1.2 | envelope: soap-1.1 | "options.envelope" is soap-1.1, for which it has no binding
            ?namespace: http://hrss | ?namespace: https://hrss | the operation "register" stands in the namespace http://hrss.meishan.example.cn/trade/
            cn/trade/* | cn/* | the operation "register" has the SOAPAction "http://hrss.meishan.example.cn/trade/regPerson"
            operation: "*" | operation: "*"!  response: "*Reply" | is answered with "regPersonResponse"; write "options.response"
            """)
    void saysWhatTheWsdlDoesNotHave(String old, String now, String why) throws IOException {
        ProvinceProfile profile = meishan(
                FAR_SIDE.resolve("trade.wsdl"),
                old.replace("?", "  "),
                now.replace("!", "\n").replace("?", "  "));

        assertThatThrownBy(() -> codec(profile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.yaml: of \"options.wsdl\": ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            call | urn:si:rpc | ''
            invoke | urn:si:rpc | it has no operation "invoke", as which "
            call | urn:si | stands in the namespace urn:si:rpc
            """)
    void knowsTheOperationOfAnRpcByItsName(String operation, String namespace, String why) throws IOException {
        Path wsdl = Files.writeString(folder.resolve("rpc.wsdl"), "\uFEFF" + RPC);
        ProvinceProfile profile = OneProfile.edited(
                "44-guangdong.yaml",
                "insurances: [",
                "options: {wsdl: " + wsdl + ", operation: " + operation + ", namespace: " + namespace
                        + "}\ninsurances: [",
                Configured.dialects());

        if (why.isEmpty()) {
            assertThatCode(() -> codec(profile)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> codec(profile)).hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><import location="http://10.0.0.1/x.wsdl"/></definitions>
            <definitions
            <!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><definitions xmlns="http://schemas.xmlsoap.org/wsdl/">&e;</definitions>
            """)
    void takesNoFileForAWsdlThatHasNoOperations(String text) throws IOException {
        Path wsdl = Files.writeString(folder.resolve("none.wsdl"), text);

        assertThatThrownBy(() -> meishan(wsdl, "", ""))
                .hasMessageContaining("test.yaml:")
                .hasMessageContaining("\"options.wsdl\" cannot be used; write the path of a WSDL 1.1 file");
        assertThatThrownBy(() -> meishan(folder.resolve("nowhere"), "", "")).hasMessageContaining("cannot be used");
    }

    @Test
    void hasNoEffectWithoutAnEnvelope() {
        assertThatThrownBy(() -> OneProfile.edited(
                        "44-guangdong.yaml",
                        "insurances: [",
                        "options: {envelope: none, wsdl: " + FAR_SIDE.resolve("trade.wsdl") + "}\ninsurances: [",
                        Configured.dialects()))
                .hasMessageContaining("has \"wsdl\", which has no effect where envelope is none");
    }

    private static ProvinceProfile meishan(Path wsdl, String old, String now) throws IOException {
        String text = Files.readString(FAR_SIDE.resolve("96-meishan.yaml"))
                .replace("options:\n", "options:\n  wsdl: " + wsdl + "\n")
                .replace("${tongban.province.96.endpoint}", "http://127.0.0.1:9/trade");
        return OneProfile.read(old.isEmpty() ? text : text.replace(old, now), Configured.dialects());
    }

    private static SoapCodec codec(ProvinceProfile profile) {
        return new SoapCodec(profile, new UsernameToken(profile, Samples.CLOCK));
    }
}
