package io.tongban.gateway.counter.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {
    @Test
    void aCodeIsReadHoweverItIsTyped() {
        String code = ReceiptCode.next();
        String typed = code.toUpperCase(Locale.ROOT).replace('0', 'O').replace('1', 'L');
        assertThat(ReceiptCode.read(code)).contains(code);
        assertThat(ReceiptCode.read(" " + typed.replaceAll("(.{5})", "$1- "))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdefghj", "0123456789abcdefghjkm", "u123456789abcdefghjk", "<script>"})
    void whatCannotBeACodeIsNone(String typed) {
        assertThat(ReceiptCode.read(typed)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotEvenRead() {
        assertThat(ReceiptCode.read("0123456789abcdefghjk" + " ".repeat(45))).isEmpty();
    }
}
