package io.tongban.gateway.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({"李秀英,李秀英", "'  李秀英\u3000',李秀英", "𠮷䶮,𠮷䶮", "Zoe\u0308,Zoë", "阿卜杜拉·买买提,阿卜杜拉·买买提"})
    void writesANameInOneForm(String written, String name) {
        assertThat(PersonName.of(written).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "\u3000", "李\u0000英", "李\n英", "李\u200b英", "李\u202e英", "李\u2028英", "李\ufffd", "李\ud842"
            })
    void refusesWhatCannotBeSeen(String written) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PersonName.of(written));
        assertThat(refused.type()).isEqualTo(ProblemType.FIELD_INVALID);
        assertThat(refused.pointer()).hasValue("/name");
    }

    @Test
    void showsNothing() {
        assertThat(PersonName.of("李秀英")).hasToString("PersonName[…]");
    }
}
