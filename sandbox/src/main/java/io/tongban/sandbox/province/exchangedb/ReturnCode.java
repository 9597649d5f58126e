package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The dialect's return codes, each with the words that go with it. */
enum ReturnCode {
    OK("0000", "处理成功"),
    PERSON_UNKNOWN("2001", "查无此人"),
    IDENTITY_MISMATCH("2002", "姓名与证件号码不符"),
    NOT_ELIGIBLE("2003", "不符合参保条件"),
    AMOUNT_NOT_ALLOWED("3001", "缴费基数或金额不符合规定"),
    PERIOD_ALREADY_PAID("3002", "该费款所属期已缴费"),
    UNCERTAIN("9999", "系统异常");

    private final String digits;
    private final String message;

    ReturnCode(String digits, String message) {
        this.digits = digits;
        this.message = message;
    }

    String message() {
        return message;
    }

    /** As province files write it, such as {@code person-unknown}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of the dialect's page, as a province file would list them. */
    static String usual() {
        return Arrays.stream(values())
                .map(value -> value.word() + " " + value.digits)
                .collect(Collectors.joining(", "));
    }

    static ReturnCode of(Answer answer) {
        if (answer.isSuccess()) {
            return OK;
        }
        return answer instanceof Answer.Refused refused ? of(refused.reason()) : UNCERTAIN;
    }

    private static ReturnCode of(Refusal reason) {
        return switch (reason) {
            case PERSON_UNKNOWN -> PERSON_UNKNOWN;
            case IDENTITY_MISMATCH -> IDENTITY_MISMATCH;
            case NOT_ELIGIBLE -> NOT_ELIGIBLE;
            case AMOUNT_NOT_ALLOWED -> AMOUNT_NOT_ALLOWED;
            case PERIOD_ALREADY_PAID -> PERIOD_ALREADY_PAID;
            // Nothing in this dialect inquires or reverses; a row is there or it is not.
            case SERIAL_NOT_FOUND, REVERSED -> UNCERTAIN;
        };
    }
}
