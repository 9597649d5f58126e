package io.tongban.province.dialect.rest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** GB/T 32918: the recommended curve and user id, keys in hex, and signatures as r‖s. */
final class Sm2 {
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ECDomainParameters CURVE = curve();

    private Sm2() {}

    private static ECDomainParameters curve() {
        X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    /** @throws IllegalArgumentException if this is no number from 1 to n − 2 in 64 digits of hex */
    static ECPrivateKeyParameters privateKey(String hex) {
        BigInteger number = new BigInteger(1, bytes(hex, 32));
        if (number.signum() == 0 || number.compareTo(CURVE.getN().subtract(BigInteger.TWO)) > 0) {
            throw new IllegalArgumentException("not a private key");
        }
        return new ECPrivateKeyParameters(number, CURVE);
    }

    /** @throws IllegalArgumentException if this is no point of the curve, written 04 x y in 130 digits of hex */
    static ECPublicKeyParameters publicKey(String hex) {
        return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(bytes(hex, 65)), CURVE);
    }

    static SM2Signer with(boolean forSigning, CipherParameters key) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(forSigning, new ParametersWithID(key, USER_ID));
        return signer;
    }

    static boolean isPrivateKey(String hex) {
        return holds(() -> privateKey(hex));
    }

    static boolean isPublicKey(String hex) {
        return holds(() -> publicKey(hex));
    }

    private static boolean holds(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String hex, int length) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != length) {
            throw new IllegalArgumentException("not " + length + " bytes");
        }
        return bytes;
    }
}
