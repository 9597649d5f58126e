package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedBaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"authorization\": Bearer secret.token",
                "\"authorization\";bs: :QmVhcmVyIHNlY3JldA==:",
                "\"authorization\";req;bs: :QmVhcmVyIHNlY3JldA==:"
            })
    void showsNoTokenInWhateverWayItIsCovered(String line) {
        String shown = ReceivedBase.withoutToken("\"@method\": GET\n" + line + "\n\"@signature-params\": ()");

        assertThat(shown)
                .startsWith("\"@method\": GET\n" + line.substring(0, line.indexOf(": ") + 2) + "sha-256=:")
                .endsWith("\n\"@signature-params\": ()")
                .doesNotContain("secret")
                .doesNotContain("QmVhcmVy");
    }

    @Test
    void leavesLineEndsAndADigestThatStandsThereAsTheyAre() {
        String base = "\"@method\": GET\r\n\"authorization\": sha-256=:q83v:\r\n\"@signature-params\": ()\n";

        assertThat(ReceivedBase.withoutToken(base)).isEqualTo(base);
    }

    @Test
    void differsWhereTheTokensDo() {
        assertThat(ReceivedBase.withoutToken("\"authorization\": Bearer a"))
                .isNotEqualTo(ReceivedBase.withoutToken("\"authorization\": Bearer b"));
    }
}
