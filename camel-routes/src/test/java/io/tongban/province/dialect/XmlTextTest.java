package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.profile.Field;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTextTest {
    @ParameterizedTest
    @CsvSource({
        "&#xD842;&#xDFB7;, &#x20bb7;",
        "&#55362;&#57271;, &#x20bb7;",
        "a&#xD842;&#xD842;&#xDFB7;b, a\uFFFD&#x20bb7;b",
        "&#xD842;, \uFFFD",
        "&#xDFB7;&#xD842;, \uFFFD\uFFFD",
        "&#1;, \uFFFD",
        "&#x738B;, &#x738b;",
        "&#xFFFFFFFF;, \uFFFD",
        "&#9999999999;, \uFFFD",
        "&amp;&lt;, &amp;&lt;",
        "'\u0001x\u001F', \uFFFDx\uFFFD"
    })
    void makesOfItWhatAParserTakes(String written, String read) {
        assertThat(XmlText.readable(written)).isEqualTo(read);
    }

    @Test
    void passesOverMarksBeforeTheDocument() {
        assertThat(XmlText.readable("\uFEFF\uFEFF<?xml?>")).isEqualTo("<?xml?>");
    }

    @Test
    void takesALossForNothingButAMessage() {
        assertThat(XmlText.whole(Field.MESSAGE, "a\uFFFD")).isEqualTo("a\uFFFD");
        assertThatThrownBy(() -> XmlText.whole(Field.RECEIPT_NUMBER, "a\uFFFD"))
                .isInstanceOf(CallFailed.class)
                .hasMessage("unreadable");
    }

    @Property
    void leavesNothingThatAParserWouldNotTake(@ForAll String text) {
        assertThat(XmlText.readable(text).codePoints())
                .noneMatch(character -> (character < 0x20 && character != 9 && character != 10 && character != 13)
                        || (character >= 0xD800 && character <= 0xDFFF));
    }
}
