package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static io.tongban.province.farside.RestStub.json;
import static io.tongban.province.farside.RestStub.members;
import static io.tongban.province.farside.RestStub.reply;
import static io.tongban.province.farside.RestStub.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not what they should be: each is Unknown, so it is inquired, and none settles anything. */
@ParameterizedClass
@ValueSource(strings = {"sm2", "hmac-sm3"})
class RestAnswersTest {
    private static final String[] BOOKED = {"dzdh", "ZJ20261123000001", "yjje", "110200", "jzsj", "20261123175201"};

    @Parameter
    String signature;

    @TempDir
    Path folder;

    private RestProvince province;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        province = new RestProvince(folder).signing(signature);
        link = province.links.open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"yjje\":\"110200\" | \"yjje\":\"110201\"",
                "\"fhdm\":\"0000\" | \"fhdm\":\"3001\"",
                "\"sign\":\" | \"sign\":\"00",
                "\"sign\":\" | \"seal\":\"",
                "\"dzdh\" | \"dzdn\"",
                "完成 | 完",
                "} | ,\"more\":\"1\"}",
            })
    void anAnswerThatWasAlteredIsUnreadable(String old, String now) {
        answering(answer -> answer.replace(old, now));

        assertUnknown("unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | [{",
                "} | },",
                "} | }{}",
                "{ | \uFEFF\uFEFF{",
                "{ | {\"fhdm\":\"0000\",",
                "{ | {\"extra\":1,",
                "{ | {\"extra\":false,",
                "{ | {\"extra\":{\"a\":\"b\"},",
                "{ | {\"extra\":[\"a\"],",
                "{ | {\"rows\":\"[]\",",
                "{ | {\"rows\":[[[[[[]]]]]],",
                "{ | {\"a=b\":\"c\",",
                "{ | {\"extra\":\"\\ud842\",",
                "{ | {\"extra\":\"\\u0000\",",
                "{ | {/**/",
                "\"fhdm\":\"0000\" | \"fhdm\":\"0000\",\"fhdm\":\"3001\"",
            })
    void anAnswerOfAnotherFormIsUnreadable(String old, String now) {
        answering(answer -> answer.replace(old, now));

        assertUnknown("unreadable");
    }

    /** Neither is signed, and nothing is read from it. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"extra\":null,", "{\"extra\":\"\","})
    void passesOverAMemberThatSaysNothing(String now) {
        answering(answer -> answer.replace("{", now));

        assertThat(link.send(Samples.withhold(ZHEJIANG))).isInstanceOf(ProvinceReply.Accepted.class);
    }

    /** A mere message must not cost an outcome. */
    @ParameterizedTest
    @ValueSource(strings = {"完\u0001成", "完\u0085成", "完\u0007"})
    void readsAnOutcomeWhateverStandsInItsMessage(String message) {
        province.stub.business = (http, request) -> {
            Map<String, String> members = members(request.get("lsh"), "0000", BOOKED);
            members.put("fhxx", message);
            members.put("sign", province.stub.seal.sign(text(members)));
            reply(http, 200, json(members));
        };

        assertThat(withheld()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void readsAnOutcomeBehindAMarkOfTheOrderOfBytes() {
        answering(answer -> "\uFEFF" + answer);

        assertThat(withheld()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void takesNoReceiptWithAControlCharacterHoweverWellItIsSigned() {
        province.stub.business = (http, request) -> {
            Map<String, String> members = members(request.get("lsh"), "0000", BOOKED);
            members.put("dzdh", "ZJ\u0001");
            members.put("sign", province.stub.seal.sign(text(members)));
            reply(http, 200, json(members));
        };

        assertUnknown("unreadable");
    }

    @Test
    void twoFieldsAreNotTakenForOneThatHasThemInsideItsText() {
        province.stub.business = (http, request) -> {
            Map<String, String> whole = members(request.get("lsh"), "0000", BOOKED);
            String sign = province.stub.seal.sign(text(whole));
            whole.put("dzdh", whole.get("dzdh") + "&fhdm=0000");
            whole.remove("fhdm");
            whole.put("sign", sign);
            reply(http, 200, json(whole));
        };

        assertUnknown("unreadable");
    }

    @Test
    void anAnswerThatIsNotInUtf8IsUnreadable() {
        province.stub.business = (http, request) -> {
            byte[] answer = province.stub.answer(request, "0000", BOOKED).getBytes("GBK");
            http.sendResponseHeaders(200, answer.length);
            http.getResponseBody().write(answer);
        };

        assertUnknown("unreadable");
    }

    @Test
    void theAnswerToAnotherSerialIsUnreadableHoweverWellItIsSigned() {
        province.stub.business = (http, request) ->
                reply(http, 200, province.stub.answer(Map.of("lsh", "W261123175200000001B"), "0000", BOOKED));

        assertUnknown("unreadable");
    }

    @Test
    void anotherAmountThanWasSentIsNeitherYesNorNo() {
        province.stub.answering("0000", "dzdh", "ZJ1", "yjje", "110201", "jzsj", "20261123175201");

        assertUnknown("amount-differs");
    }

    @ParameterizedTest
    @CsvSource({"'', 110200, 20261123175201", "ZJ1, 1102.00, 20261123175201", "ZJ1, 110200, 20261123", "ZJ1, '', 1"})
    void aYesThatLacksSomethingIsUnreadable(String receipt, String amount, String at) {
        province.stub.answering("0000", "dzdh", receipt, "yjje", amount, "jzsj", at);

        assertUnknown("unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "7777, code-unknown",
        "9999, uncertain",
        "1004, busy-there",
        "1002, access-refused",
        "4004, code-unexpected"
    })
    void aCodeThatSettlesNothingIsUnknownByItsWord(String code, String cause) {
        province.stub.answering(code);

        assertUnknown(cause);
    }

    @Test
    void aRefusalIsOneByItsCode() {
        province.stub.answering("3002");

        assertThat(link.send(Samples.withhold(ZHEJIANG)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.PERIOD_ALREADY_PAID, "3002", "完成"));
    }

    @Test
    void inProcessIsPending() {
        province.stub.answering("5000");

        assertThat(link.send(Samples.withhold(ZHEJIANG))).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
    }

    @Test
    void aConnectionThatIsCutAsItIsUsedAgainIsNoReasonToSendTwice() {
        province.stub.business = (http, request) -> {
            throw new IOException("hang up");
        };

        assertUnknown("connection-cut");
    }

    private void answering(UnaryOperator<String> change) {
        province.stub.business = (http, request) -> {
            byte[] answer =
                    change.apply(province.stub.answer(request, "0000", BOOKED)).getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(200, answer.length);
            http.getResponseBody().write(answer);
        };
    }

    private ProvinceReply withheld() {
        return link.send(Samples.withhold(ZHEJIANG));
    }

    private void assertUnknown(String cause) {
        assertThat(link.send(Samples.withhold(ZHEJIANG)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ2001");
    }
}
