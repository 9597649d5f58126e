package io.tongban.sdk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** What a simulated card signs is signed, by a key of its own. */
class CardSignaturesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final SimulatedCard PLAIN = SimulatedCard.madeUp();
    private static final SimulatedCard SM2 =
            SimulatedCard.builder(17).sm2(BOUNCY_CASTLE).build();
    private static final byte[] ORDER = "till-17-000042 440.80".getBytes(StandardCharsets.UTF_8);

    private final SimulatedCardReader reader = SimulatedCardReader.create(Clock.systemUTC());

    private CardSignature signed(SimulatedCard card, byte[] data) {
        reader.insert(card);
        return reader.sign(reader.readBasicData(LIMIT), data, CardPin.typedAtReader(), LIMIT);
    }

    @Test
    void whatACardSignedHoldsAndNothingElseDoes() {
        for (SimulatedCard card : List.of(PLAIN, SM2)) {
            CardSignature signature = signed(card, ORDER);
            byte[] other = "till-17-000042 440.81".getBytes(StandardCharsets.UTF_8);

            assertThat(reader.verify(ORDER, signature, LIMIT)).isEqualTo(SignatureCheck.HOLDS);
            assertThat(reader.verify(other, signature, LIMIT)).isEqualTo(SignatureCheck.DOES_NOT_HOLD);
            reader.remove();
            assertThat(reader.verify(ORDER, signature, LIMIT))
                    .as("no card needs to be there")
                    .isEqualTo(SignatureCheck.HOLDS);
        }
    }

    @Test
    void theSignatureOfOneCardIsNotAnothers() {
        CardSignature one = signed(PLAIN, ORDER);
        SimulatedCard second = SimulatedCard.builder(2).build();
        CardSignature two = signed(second, ORDER);

        assertThat(reader.verify(ORDER, new CardSignature(one.algorithm(), two.certificate(), one.value()), LIMIT))
                .isEqualTo(SignatureCheck.DOES_NOT_HOLD);
        assertThat(reader.verify(
                        ORDER,
                        new CardSignature(CardSignatureAlgorithm.SM2_SM3, one.certificate(), one.value()),
                        LIMIT))
                .isEqualTo(SignatureCheck.DOES_NOT_HOLD);
    }

    @Test
    void aCardThatNobodyKnowsIsNotTrusted() {
        CardSignature signature = signed(PLAIN, ORDER);

        try (SimulatedCardReader stranger = SimulatedCardReader.create(Clock.systemUTC())) {
            assertThat(stranger.verify(ORDER, signature, LIMIT)).isEqualTo(SignatureCheck.CERTIFICATE_NOT_TRUSTED);
        }
    }

    @Property(tries = 50)
    void noOctetsPassForASignatureThatAreNone(@ForAll @Size(max = 80) byte[] value) {
        CardSignature signature = signed(PLAIN, ORDER);

        assertThat(reader.verify(
                        ORDER, new CardSignature(signature.algorithm(), signature.certificate(), value), LIMIT))
                .isEqualTo(SignatureCheck.DOES_NOT_HOLD);
    }

    @Test
    void theCertificateIsOneThatEveryProgramReads() throws Exception {
        CardSignature signature = signed(PLAIN, ORDER);
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(signature.certificate()));
        certificate.verify(certificate.getPublicKey());
        Signature verifier = Signature.getInstance(signature.algorithm().jcaName());
        verifier.initVerify(certificate);
        verifier.update(ORDER);

        assertThat(verifier.verify(signature.value())).isTrue();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Simulated card 1");
    }

    @Test
    void theCertificateOfSm2IsReadByWhoKnowsSm2() throws Exception {
        CardSignature signature = signed(SM2, ORDER);
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                .generateCertificate(new ByteArrayInputStream(signature.certificate()));
        certificate.verify(certificate.getPublicKey(), BOUNCY_CASTLE);
        Signature verifier = Signature.getInstance(signature.algorithm().jcaName(), BOUNCY_CASTLE);
        verifier.initVerify(certificate);
        verifier.update(ORDER);

        assertThat(signature.algorithm()).isEqualTo(CardSignatureAlgorithm.SM2_SM3);
        assertThat(verifier.verify(signature.value())).isTrue();
    }

    @Test
    void aWrongPinSignsNothingAndCostsATry() {
        reader.insert(PLAIN);
        CardBasicData read = reader.readBasicData(LIMIT);
        try (CardPin wrong = CardPin.of("654321".toCharArray());
                CardPin right = CardPin.of(SimulatedCard.USUAL_PIN.toCharArray())) {
            assertThatThrownBy(() -> reader.sign(read, ORDER, wrong, LIMIT))
                    .isInstanceOfSatisfying(
                            CardReaderException.class,
                            refused -> assertThat(refused.fault()).isEqualTo(new CardFault.PinWrong(2)));
            assertThat(reader.sign(read, ORDER, right, LIMIT).value()).isNotEmpty();
        }
    }

    @Test
    void aPinThatWasClosedIsNotTried() {
        reader.insert(PLAIN);
        CardBasicData read = reader.readBasicData(LIMIT);
        CardPin pin = CardPin.of(SimulatedCard.USUAL_PIN.toCharArray());
        pin.close();

        assertThatThrownBy(() -> reader.sign(read, ORDER, pin, LIMIT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyDigitsAreAPin() {
        for (String no : List.of("123", "12345678901234567", "12345a", "１２３４５６")) {
            assertThatThrownBy(() -> CardPin.of(no.toCharArray())).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(CardPin.typedAtReader().isTypedAtReader()).isTrue();
        assertThat(CardPin.of("1234".toCharArray()).isTypedAtReader()).isFalse();
    }
}
