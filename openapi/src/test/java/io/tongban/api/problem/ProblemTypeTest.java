package io.tongban.api.problem;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {
    @ParameterizedTest
    @EnumSource
    void eachTypeHasACodeAStatusAndTextsInBothLanguages(ProblemType type) {
        assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.title()).isNotBlank();
        assertThat(type.titleZh())
                .isNotBlank()
                .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
        assertThat(type.advice()).endsWith(".");
        assertThat(ProblemType.byCode(type.code())).contains(type);
    }

    @Test
    void theTableHasNoLineWithoutAType() {
        assertThat(ProblemRow.all().keySet())
                .isEqualTo(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .collect(toSet()));
    }

    @Test
    void anUnknownCodeIsNoType() {
        assertThat(ProblemType.byCode("no-such-code")).isEmpty();
    }
}
