package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dated.YamlEntry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders(
            name -> Optional.ofNullable(Map.of("here", "a$1", "blank", " ").get(name)));

    @ParameterizedTest
    @CsvSource(textBlock = """
            plain,                        plain
            ${here},                      a$1
            <${here}>,                    <a$1>
            ${here:usual},                a$1
            ${none:60s},                  60s
            ${blank:60s},                 60s
            ${none:sftp://host:22/base},  sftp://host:22/base
            ${none:}${here},              a$1
            ${none:}x,                    x
            """)
    void takesThePropertyOrWhatIsUsual(String text, String filled) {
        assertThat(placeholders.fill(entry(text))).isEqualTo(filled);
    }

    @Test
    void needsAPropertyForWhichNothingIsUsual() {
        assertThatThrownBy(() -> placeholders.fill(entry("${none}")))
                .hasMessageEndingWith("needs the property none, which is not set; configure it");
    }

    @ParameterizedTest
    @CsvSource({"hunter2", "${here:hunter2}", "x${here}", "${none:}"})
    void takesNoSecretFromTheFile(String text) {
        assertThatThrownBy(() -> placeholders.secret(entry(text)))
                .hasMessageEndingWith("is a secret and must not stand in a file; write ${a.property.name}");
        assertThat(placeholders.secret(entry("${here}")).value()).isEqualTo("a$1");
    }

    private static YamlEntry entry(String text) {
        return YamlEntry.document("test.yaml", "key: " + text).get("key");
    }
}
