package io.tongban.gateway.trust.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"91110108551385082Q", "9144030071526726XG", "91350100M000100Y43"})
    void takesTrueCodes(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110108551385082R",
                "91110108551385028Q",
                "9144030071526726Xg",
                "I144030071526726XG",
                "",
                "9111010855138508"
            })
    void refusesWrongOnes(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91110108551385082Q", "9144030071526726XG", "91350100M000100Y43"})
    void noticesEverySingleChangedCharacter(String code) {
        for (int i = 0; i < code.length(); i++) {
            String changed = code.substring(0, i) + (code.charAt(i) == '7' ? '3' : '7') + code.substring(i + 1);
            assertThat(CreditCode.isValid(changed)).as(changed).isFalse();
        }
    }
}
