package io.tongban.gateway.delivery.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemSource;
import io.tongban.province.RefusalReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "PERSON_UNKNOWN,province-person-unknown",
        "IDENTITY_MISMATCH,province-identity-mismatch",
        "AMOUNT_NOT_ALLOWED,province-amount-not-allowed",
        "PERIOD_ALREADY_PAID,province-period-paid",
        "NOT_ELIGIBLE,province-not-eligible",
        "SERIAL_NOT_FOUND,province-refused",
        "OTHER,province-refused",
    })
    void becomeCodesOfTheCatalogue(RefusalReason reason, String code) {
        assertThat(RefusalProblems.problemOf(reason).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void areTheProvincesWord(RefusalReason reason) {
        assertThat(RefusalProblems.problemOf(reason).source()).isEqualTo(ProblemSource.PROVINCE);
    }
}
