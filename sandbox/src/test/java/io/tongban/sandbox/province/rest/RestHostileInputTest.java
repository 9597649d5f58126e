package io.tongban.sandbox.province.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestHostileInputTest {
    private static Simulator simulator;
    private static RestCaller caller;

    @BeforeAll
    static void open() throws Exception {
        simulator = Simulators.start("33", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new RestCaller(simulator).signIn();
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    /** Whatever was sent, the province lives. */
    @AfterEach
    void stillAnswers() throws Exception {
        assertThat(caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(Serials.next()))
                        .code())
                .isEqualTo("4004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"jydm\":\"ZJ2001\"}",
                "{\"jydm\":1}",
                "{\"jydm\":\"ZJ2001\"} {}",
                "{\"jydm\":\"ZJ2001\",\"jydm\":\"ZJ2001\"}",
                "{\"jydm\":\"ZJ2001\",\"lsh\":\"short\"}",
                "{\"jydm\":\"ZJ2001\",\"lsh\":\"TB202611230000000001\",\"a\":{}}",
                "{\"jydm\":\"ZJ2001\",\"lsh\":\"TB202611230000000001\",\"a\":\"b&c=d\"}",
                "{\"jydm\":\"ZJ2001\",\"lsh\":\"TB202611230000000001\",\"a\":\"\\ud842\"}",
                "{\"jydm\":\"ZJ2001\",\"lsh\":\"TB202611230000000001\",\"a&b\":\"c\"}",
                "{\"jydm\":\"ZJ3001\",\"lsh\":\"TB202611230000000001\"}"
            })
    void saysBadRequestToWhatIsNoRequest(String body) throws Exception {
        assertThat(caller.post("ZJ2001", body.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void saysBadRequestToGbkToNestingAndToAnUnknownTransaction() throws Exception {
        String name = "{\"jydm\":\"ZJ2001\",\"aac003\":\"李秀英\"}";
        assertThat(caller.post("ZJ2001", name.getBytes(Charset.forName("GBK"))).status())
                .isEqualTo(400);
        assertThat(caller.post("ZJ2001", "[".repeat(60_000).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(caller.call("ZJ7777", Serials.next(), Map.of()).status()).isEqualTo(400);
    }

    @Test
    void readsNoLongBody() throws Exception {
        byte[] long1 = " ".repeat(65 * 1024).getBytes(StandardCharsets.UTF_8);
        assertThat(caller.post("ZJ2001", long1).status()).isEqualTo(400);
        byte[] long2 = " ".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> {
                    if (caller.post("ZJ2001", long2).status() == 400) {
                        throw new IOException("refused");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"aae002, 2026-10", "aae180, 5059.80", "yjje, -1", "yjje, 1234567890123", "aac003, ''", "aab001, ''"})
    void answersAFieldThatIsNoneWithASystemErrorAndLeavesNoTrace(String field, String value) throws Exception {
        String serial = Serials.next();
        Map<String, String> fields = new HashMap<>(ZhejiangFields.october("3300000001", Citizens.number(1), "李秀英"));
        fields.put(field, value);

        assertThat(caller.call("ZJ2001", serial, fields).code()).isEqualTo("9999");
        assertThat(caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(serial))
                        .code())
                .isEqualTo("4004");
    }
}
