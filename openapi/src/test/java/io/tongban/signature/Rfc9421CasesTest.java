package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Rfc9421CasesTest {

    @Test
    void holdsEveryCaseOfTheAppendixThatOurAlgorithmsSign() {
        assertThat(Rfc9421Case.all().map(Rfc9421Case::section))
                .containsExactly("B.2.1", "B.2.2", "B.2.3", "B.2.4", "B.2.6");
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void buildsTheBaseOctetForOctet(Rfc9421Case rfc) {
        assertThat(SignatureBase.of(rfc.message(), rfc.parameters()).text()).isEqualTo(rfc.base());
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void verifiesTheSignature(Rfc9421Case rfc) {
        assertThat(rfc.verifies(rfc.base(), rfc.signature())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void signsTheSameBaseAgain(Rfc9421Case rfc) {
        byte[] signature = Signer.of(rfc.key()).sign(new SignatureBase(rfc.base()).bytes());

        assertThat(rfc.verifies(rfc.base(), signature)).isTrue();
        if (rfc.isDeterministic()) {
            assertThat(signature).isEqualTo(rfc.signature());
        } else {
            assertThat(signature).isNotEqualTo(rfc.signature());
        }
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void refusesTheSignatureWhenAnyCoveredComponentIsChanged(Rfc9421Case rfc) {
        List<String> lines = rfc.base().lines().toList();
        for (int i = 0; i < lines.size() - 1; i++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, lines.get(i) + "x");
            assertThat(rfc.verifies(String.join("\n", changed), rfc.signature()))
                    .as(lines.get(i))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void refusesTheSignatureWhenAComponentIsNoLongerCovered(Rfc9421Case rfc) {
        for (ComponentIdentifier dropped : rfc.parameters().components()) {
            List<ComponentIdentifier> rest = new ArrayList<>(rfc.parameters().components());
            rest.remove(dropped);
            SignatureParameters fewer = SignatureParameters.of(rest, values(rfc.parameters()));
            assertThat(rfc.verifies(SignatureBase.of(rfc.message(), fewer).text(), rfc.signature()))
                    .as(dropped.toString())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void refusesTheSignatureWhenAnyParameterIsChangedOrDropped(Rfc9421Case rfc) {
        for (String name : rfc.parameters().names()) {
            Map<String, Object> changed = values(rfc.parameters());
            changed.computeIfPresent(name, (same, value) -> value instanceof Long seconds ? seconds + 1 : value + "x");
            assertRefused(rfc, changed);
            changed.remove(name);
            assertRefused(rfc, changed);
        }
    }

    @ParameterizedTest
    @MethodSource("io.tongban.signature.Rfc9421Case#all")
    void refusesTheSignatureWithAnyBitFlipped(Rfc9421Case rfc) {
        Verifier verifier = Verifier.of(rfc.key());
        byte[] base = new SignatureBase(rfc.base()).bytes();
        for (int bit = 0; bit < rfc.signature().length * 8; bit++) {
            byte[] flipped = rfc.signature().clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(verifier.verify(base, flipped)).as("bit %s", bit).isFalse();
        }
    }

    private static void assertRefused(Rfc9421Case rfc, Map<String, Object> values) {
        SignatureParameters changed = SignatureParameters.of(rfc.parameters().components(), values);
        assertThat(rfc.verifies(SignatureBase.of(rfc.message(), changed).text(), rfc.signature()))
                .as(changed.serialized())
                .isFalse();
    }

    private static Map<String, Object> values(SignatureParameters parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            values.put(
                    name,
                    name.equals("created")
                            ? parameters.integer(name).orElseThrow()
                            : parameters.string(name).orElseThrow());
        }
        return values;
    }
}
