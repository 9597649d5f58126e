package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The dialect's return codes, each with the words that go with it. */
enum ReturnCode {
    OK("0000", "成功"),
    SIGN_IN_AGAIN("1001", "请重新签到"),
    SIGN_WRONG("1002", "验签失败"),
    CLOCK_DIFFERS("1003", "时间戳超出允许范围"),
    PERSON_UNKNOWN("2001", "查无此人"),
    IDENTITY_MISMATCH("2002", "姓名与证件号码不符"),
    NOT_ELIGIBLE("2003", "不符合参保条件"),
    AMOUNT_NOT_ALLOWED("3001", "缴费基数或金额不符合规定"),
    PERIOD_ALREADY_PAID("3002", "该费款所属期已缴费"),
    SERIAL_NOT_FOUND("4004", "原交易不存在"),
    REVERSED("4009", "原交易已冲正"),
    IN_PROCESS("5000", "处理中"),
    SYSTEM_ERROR("9999", "系统异常");

    private final String code;
    private final String message;

    ReturnCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** As province files write it, such as {@code person-unknown}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of the dialect's page, as a province file would list them. */
    static String usual() {
        return Arrays.stream(values())
                .map(value -> value.word() + " " + value.code)
                .collect(Collectors.joining(", "));
    }

    String message() {
        return message;
    }

    static ReturnCode of(Answer answer) {
        if (answer.isSuccess()) {
            return OK;
        } else if (answer instanceof Answer.Refused refused) {
            return of(refused.reason());
        } else if (answer instanceof Answer.SignInAgain) {
            return SIGN_IN_AGAIN;
        } else if (answer instanceof Answer.NotAuthenticated) {
            return SIGN_WRONG;
        } else if (answer instanceof Answer.InProcess) {
            return IN_PROCESS;
        }
        return SYSTEM_ERROR;
    }

    private static ReturnCode of(Refusal reason) {
        return switch (reason) {
            case PERSON_UNKNOWN -> PERSON_UNKNOWN;
            case IDENTITY_MISMATCH -> IDENTITY_MISMATCH;
            case NOT_ELIGIBLE -> NOT_ELIGIBLE;
            case AMOUNT_NOT_ALLOWED -> AMOUNT_NOT_ALLOWED;
            case PERIOD_ALREADY_PAID -> PERIOD_ALREADY_PAID;
            case SERIAL_NOT_FOUND -> SERIAL_NOT_FOUND;
            case REVERSED -> REVERSED;
        };
    }
}
