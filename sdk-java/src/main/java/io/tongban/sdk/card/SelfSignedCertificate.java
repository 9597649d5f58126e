package io.tongban.sdk.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.function.UnaryOperator;

/** The certificate of a simulated card (X.509, RFC 5280), as little of it as can be read; it names no person. */
final class SelfSignedCertificate {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0C;
    private static final int UTC_TIME = 0x17;

    /** 1.2.840.10045.4.3.2, RFC 5758. */
    private static final byte[] ECDSA_WITH_SHA256 = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x04, 0x03, 0x02};
    /** 1.2.156.10197.1.501, GM/T 0006. */
    private static final byte[] SM2_WITH_SM3 = {0x2A, (byte) 0x81, 0x1C, (byte) 0xCF, 0x55, 0x01, (byte) 0x83, 0x75};
    /** 2.5.4.3, the common name. */
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

    private SelfSignedCertificate() {}

    /** @param signed signs with the key that belongs to the public one */
    static byte[] of(int number, CardSignatureAlgorithm algorithm, PublicKey key, UnaryOperator<byte[]> signed) {
        byte[] signing = element(
                SEQUENCE,
                element(
                        OBJECT_IDENTIFIER,
                        algorithm == CardSignatureAlgorithm.SM2_SM3 ? SM2_WITH_SM3 : ECDSA_WITH_SHA256));
        byte[] name = name("Simulated card " + number);
        byte[] content = element(
                SEQUENCE,
                element(INTEGER, new byte[] {0x01, (byte) (number >> 8), (byte) number}),
                signing,
                name,
                element(SEQUENCE, time("200101000000Z"), time("491231235959Z")),
                name,
                key.getEncoded());
        return element(SEQUENCE, content, signing, element(BIT_STRING, new byte[1], signed.apply(content)));
    }

    private static byte[] name(String common) {
        byte[] text = element(UTF8_STRING, common.getBytes(StandardCharsets.UTF_8));
        return element(SEQUENCE, element(SET, element(SEQUENCE, element(OBJECT_IDENTIFIER, COMMON_NAME), text)));
    }

    private static byte[] time(String text) {
        return element(UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length > 0xFF) {
            whole.write(0x82);
            whole.write(length >> 8);
        } else if (length > 0x7F) {
            whole.write(0x81);
        }
        whole.write(length);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
