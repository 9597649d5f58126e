package io.tongban.gateway.platform.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
    @ParameterizedTest
    @CsvSource({"李秀英,李**", "李,*", "欧阳娜娜,欧***", "𠮷田,𠮷*", "𠮷,*", "阿卜杜拉·买买提,阿*******", "'',''"})
    void showsTheFirstCharacterOfAName(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @Test
    void hidesTheBirthDateOfACitizenNumber() {
        assertThat(Masks.citizenNumber("11010519491231002X")).isEqualTo("110105********002X");
    }

    @Test
    void hidesTheMiddleOfAMobileNumber() {
        assertThat(Masks.mobile("13900000017")).isEqualTo("139****0017");
    }

    @Test
    void hidesWhatIsTooShortToBeMaskedInTheMiddle() {
        assertThat(Masks.mobile("1390017")).isEqualTo("*******");
    }
}
