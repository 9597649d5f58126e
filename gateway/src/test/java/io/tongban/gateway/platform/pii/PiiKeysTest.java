package io.tongban.gateway.platform.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.testing.TestPiiConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiiKeysTest {
    private static final String KEY = TestPiiConfig.key(1);

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAA=="})
    void refusesAKeyThatIsNot32BytesInBase64AndDoesNotShowIt(String key) {
        assertThatThrownBy(() -> PiiKeys.of(new TestPiiConfig(Map.of("k1", key), "k1", KEY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tongban.pii.keys.k1")
                .hasNoCause();
        assertThatThrownBy(() -> PiiKeys.of(new TestPiiConfig(Map.of("k1", KEY), "k1", key)))
                .hasMessageContaining("tongban.pii.lookup-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k 1", "schlüssel", "012345678901234567890123456789012"})
    void refusesAnIdThatDoesNotFitTheStoredForm(String id) {
        assertThatThrownBy(() -> PiiKeys.of(new TestPiiConfig(Map.of(id, KEY), id, KEY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnActiveKeyThatIsNotThere() {
        assertThatThrownBy(() -> PiiKeys.of(new TestPiiConfig(Map.of("k1", KEY), "k2", KEY)))
                .hasMessageContaining("tongban.pii.active-key");
    }

    @Test
    void showsNoKey() {
        assertThat(PiiKeys.of(TestPiiConfig.usual())).hasToString("PiiKeys[k1]");
    }
}
