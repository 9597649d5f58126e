package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.profile.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignersTest {
    /** GB/T 32918.5-2017, annex A.2: message, user id 1234567812345678, key and signature. */
    private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

    private static final String PRIVATE = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
    private static final String PUBLIC = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    private static final String SIGNATURE = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
            + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

    @Test
    void sm2TakesTheSignatureOfTheStandard() {
        assertThat(new Sm2PublicKey(PUBLIC).verifies(MESSAGE, SIGNATURE)).isTrue();
    }

    @Test
    void sm2TakesWhatItSignedAndNothingElse() {
        String signature = new Sm2PrivateKey(PRIVATE).sign(MESSAGE);
        Sm2PublicKey key = new Sm2PublicKey(PUBLIC);

        assertThat(signature).matches("[0-9a-f]{128}");
        assertThat(key.verifies(MESSAGE, signature)).isTrue();
        assertThat(key.verifies("another".getBytes(StandardCharsets.US_ASCII), signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "é", SIGNATURE + "00", "F5A03B0648D2C463"})
    void aSignatureOfAnotherFormIsWrongAndNoFailure(String signature) {
        assertThat(new Sm2PublicKey(PUBLIC).verifies(MESSAGE, signature)).isFalse();
        assertThat(new Sm2PublicKey(PUBLIC).verifies(MESSAGE, "0".repeat(128))).isFalse();
        assertThat(new HmacSm3(new Secret("key")).verifies(MESSAGE, signature)).isFalse();
    }

    @Test
    void sm2RefusesKeysThatAreNone() {
        String beside = PUBLIC.substring(0, 129) + "4";

        assertThat(Sm2.isPublicKey(PUBLIC)).isTrue();
        assertThat(Sm2.isPublicKey(beside)).isFalse();
        assertThat(Sm2.isPublicKey("00")).isFalse();
        assertThat(Sm2.isPublicKey(PUBLIC + "00")).isFalse();
        assertThat(Sm2.isPrivateKey(PRIVATE)).isTrue();
        assertThat(Sm2.isPrivateKey("0".repeat(64))).isFalse();
        assertThat(Sm2.isPrivateKey("f".repeat(64))).isFalse();
        assertThat(Sm2.isPrivateKey("not hex")).isFalse();
        assertThatThrownBy(() -> new Sm2PublicKey(beside)).isInstanceOf(IllegalArgumentException.class);
    }

    /** GB/T 32905-2016, annex A.1. */
    @Test
    void sm3IsThatOfTheStandard() {
        assertThat(sm3("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void hmacIsThatOfRfc2104OverSm3() {
        byte[] inner = new byte[64];
        byte[] outer = new byte[64];
        byte[] key = "sandbox-33".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 64; i++) {
            int next = i < key.length ? key[i] : 0;
            inner[i] = (byte) (next ^ 0x36);
            outer[i] = (byte) (next ^ 0x5c);
        }
        String once = sm3(joined(inner, MESSAGE));

        assertThat(new HmacSm3(new Secret("sandbox-33")).sign(MESSAGE))
                .isEqualTo(sm3(joined(outer, HexFormat.of().parseHex(once))));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = new byte[one.length + two.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static String sm3(byte[] message) {
        SM3Digest digest = new SM3Digest();
        digest.update(message, 0, message.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
