package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile may not say of its files, and what it may although it looks alike. */
class FileWordsTest extends AnhuiFiles {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mark: no; nothing says that a file is whole",
                "name: \"{kind}_{day}.txt\"; \"options.name\" cannot be used",
                "name: \"../{kind}_{day}_{number}.txt\"; \"options.name\" cannot be used",
                "request-folder: ../up; \"options.request-folder\" cannot be used",
                "total: \"T,{rows}\"; \"options.total\" cannot be used",
                "header: \"{rows}{rows}\"; \"options.header\" cannot be used",
                "name: \"{day}_{kind}{number}.txt\"; \"options.name\" cannot be used",
                "name: \"{day}_{kind}{operator}0{number:3}.txt\"; \"options.name\" cannot be used",
                "name: \"{day}_{number:3}1{kind}.txt\"; \"options.name\" cannot be used",
                "total: \"T{rows}{fen}\"; \"options.total\" cannot be used",
                "total: \"T{fen}00{rows}\"; \"options.total\" cannot be used",
                "header: \"{day}{number}{rows}\"; \"options.header\" cannot be used",
                "client-key: /nowhere; \"options.client-key\" cannot be used",
                "client-key-next: /nowhere; \"options.client-key-next\" cannot be used"
            })
    void refusesWordsThatContradictOrMeanNothing(String words, String told) {
        assertThatThrownBy(() -> open(words)).hasMessageContaining(told);
    }

    /** Names and rows that can be told apart though numbers stand beside other digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: \"3401{number:3}_{kind}_{day}.txt\"",
                "name: \"{kind}{day}{number:3}.txt\"",
                "name: \"{kind}-{operator}{number}.{day}.txt\"",
                "total: \"9{rows};{fen}\"",
                "header: \"{day}{number};{rows}\""
            })
    void takesNumbersThatAnythingParts(String words) {
        assertThatCode(() -> open(words)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "request: [serial];request: [serial, \"=A|B\"]",
                "reply: [serial, return-code, message];reply: [serial, return-code, message, \"=|\"]",
                "reply: [person-number];reply: [person-number, \"=00|\"]"
            })
    void refusesAConstantThatHoldsTheDelimiter(String usual, String other) {
        assertThatThrownBy(
                        () -> links().edit("34-anhui.yaml", usual, other).open().close())
                .hasMessageContaining("would end its field or its row");
    }

    private void open(String words) {
        links(words).open().close();
    }
}
