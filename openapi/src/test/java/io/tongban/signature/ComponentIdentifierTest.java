package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentIdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@method\"",
                "\"signature\";key=\"sig\";req",
                "\"signature\";req;key=\"sig\"",
                "\"@query-param\";name=\"a%22\"",
                "\"x\";key=\"a\\\"b\\\\c\"",
                "\"content-digest\";sf;tr"
            })
    void readsAndWritesTheSame(String component) {
        String list = "(" + component + ");created=1";
        SignatureParameters parsed = SignatureParameters.parse(list);

        assertThat(parsed.serialized()).isEqualTo(list);
        assertThat(parsed.components()).singleElement().hasToString(component);
    }

    @Test
    void isTheSameInWhateverOrderItsParametersStand() {
        SignatureParameters one = SignatureParameters.parse("(\"signature\";key=\"sig\";req)");
        SignatureParameters other = SignatureParameters.parse("(\"signature\";req;key=\"sig\")");

        assertThat(one.components()).isEqualTo(other.components());
        assertThatThrownBy(() -> SignatureParameters.parse("(\"a\";key=\"x\";req \"a\";req;key=\"x\")"))
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"X\" | MALFORMED",
                "\"\" | MALFORMED",
                "\"a b\" | MALFORMED",
                "\"@nothing\" | MALFORMED",
                "\"@signature-params\" | MALFORMED",
                "\"@method\";sf | MALFORMED",
                "\"@method\";tr | MALFORMED",
                "\"@query-param\" | MALFORMED",
                "\"@path\";name=\"x\" | MALFORMED",
                "\"a\";name=\"x\" | MALFORMED",
                "\"a\";bs;sf | MALFORMED",
                "\"a\";bs;key=\"x\" | MALFORMED",
                "\"a\";key | MALFORMED",
                "\"a\";key=token | MALFORMED",
                "\"a\";sf=1 | MALFORMED",
                "\"a\";req=?0 | MALFORMED",
                "\"a\";sf;sf | MALFORMED",
                "a | MALFORMED",
                "1 | MALFORMED",
                "\"a\";v=1 | PARAMETER_UNKNOWN"
            })
    void refusesWhatIsNoIdentifier(String component, SignatureFailure failure) {
        assertThatThrownBy(() -> SignatureParameters.parse("(" + component + ")"))
                .isInstanceOfSatisfying(
                        SignatureRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(failure));
    }
}
