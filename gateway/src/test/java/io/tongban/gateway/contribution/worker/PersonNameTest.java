package io.tongban.gateway.contribution.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "李秀英,李秀英",
        "'  李秀英\u3000',李秀英",
        "'\u00a0李\u2007秀\u202f英 ',李秀英",
        "𠮷䶮,𠮷䶮",
        "阿卜杜拉·买买提,阿卜杜拉·买买提",
        "阿卜杜拉•买买提,阿卜杜拉·买买提",
        "阿卜杜拉・买买提,阿卜杜拉·买买提",
        "阿卜杜拉‧买买提,阿卜杜拉·买买提",
        "阿卜杜拉 ･ 买买提,阿卜杜拉·买买提",
        "Zoe\u0308  van  Dyk,ZOË VAN DYK",
        "ＺＨＡＮＧ　ｓａｎ,ZHANG SAN",
        "O\u2019Neill,O'NEILL",
        "'Smith, J.-P.','SMITH, J.-P.'",
        "赵 C,赵C",
    })
    void writesANameInOneForm(String written, String name) {
        assertThat(PersonName.of(written).value()).isEqualTo(name);
        assertThat(PersonName.of(name).value()).isEqualTo(name);
    }

    /** GBK's octets; what old systems write for them; what it is. */
    @ParameterizedTest
    @CsvSource({
        "FE9F,E863,4DAE",
        "FE50,E815,2E81",
        "FE59,E81E,9FB4",
        "FE61,E826,9FB5",
        "FE66,E82B,9FB6",
        "FE67,E82C,9FB7",
        "FE6D,E832,9FB8",
        "FE7E,E843,9FB9",
        "FE90,E854,9FBA",
        "FEA0,E864,9FBB",
        "FE51,E816,20087",
    })
    void writesMovedCharactersUnderTheirPresentCodes(String octets, String privateCode, String unicode) {
        assertThat(PersonName.of(text(privateCode)).value()).as(octets).isEqualTo(text(unicode));
        assertThat(PersonName.of(text(unicode)).value()).as(octets).isEqualTo(text(unicode));
    }

    @ParameterizedTest
    @CsvSource({"2F07,4EA0", "2F6C,76EE", "2FD5,9FA0", "2EF3,9F9F", "F907,9F9C", "F900,8C48", "2F800,4E3D", "FA0E,FA0E"
    })
    void writesRadicalsAndCompatibilityIdeographsAsTheCharactersThatTheyAre(String written, String name) {
        assertThat(PersonName.of(text(written)).value()).isEqualTo(text(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000", "000A", "00AD", "034F", "115F", "1160", "17B4", "180E", "200B", "200C", "200D", "200E", "200F",
                "202A", "202E", "2028", "2029", "2060", "2066", "2069", "2800", "3164", "FE00", "FE0F", "FEFF", "FFA0",
                "FFF9", "FFFD", "E0001", "E0100", "E0FFF", "E000", "F8FF", "F0000", "0031", "FF11", "2460", "3005",
                "0410", "0391", "3042", "1D400", "25CF", "3002", "002A", "005F", "0301"
            })
    void refusesWhatIsNoCharacterOfANameAndTellsItAlone(String code) {
        for (String written : new String[] {"李" + text(code) + "英", text(code) + "李英", "李英" + text(code)}) {
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PersonName.of(written));
            assertThat(refused.type()).isEqualTo(ProblemType.NAME_CHARACTER_INVALID);
            assertThat(refused.pointer()).hasValue("/name");
            assertThat(refused.detail().orElseThrow())
                    .startsWith("U+" + code + " ")
                    .doesNotContain("李");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"·李", "李·", "李··英", "-李", "李.英", "李-英", "李'"})
    void refusesMarksWhereNoNameHasThem(String written) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PersonName.of(written));
        assertThat(refused.type()).isEqualTo(ProblemType.NAME_CHARACTER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u3000", "\u00a0"})
    void refusesAnEmptyName(String written) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PersonName.of(written));
        assertThat(refused.type()).isEqualTo(ProblemType.FIELD_INVALID);
    }

    @Test
    void refusesHalfACharacter() {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PersonName.of("李\ud842"));
        assertThat(refused.type()).isEqualTo(ProblemType.NAME_CHARACTER_INVALID);
    }

    @Test
    void showsNothing() {
        assertThat(PersonName.of("李秀英")).hasToString("PersonName[…]");
    }

    private static String text(String code) {
        return Character.toString(Integer.parseInt(code, 16));
    }
}
