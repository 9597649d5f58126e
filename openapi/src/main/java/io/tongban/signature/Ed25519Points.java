package io.tongban.signature;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.util.HexFormat;
import java.util.Set;

/** Which octets are a public key on edwards25519 (RFC 8032, section 5.1.3). Providers differ in when they look. */
final class Ed25519Points {

    private static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger EULER = P.subtract(BigInteger.ONE).shiftRight(1);

    /**
     * The y coordinates of the points of small order, little-endian. Under such a "public key" one signature verifies
     * for many messages, so nobody could be held to what it signed.
     */
    private static final Set<String> SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private Ed25519Points() {}

    /** Checks an encoded point of 32 octets. */
    static void requireUsable(byte[] point) throws InvalidKeyException {
        byte[] y = point.clone();
        y[y.length - 1] &= 0x7f;
        if (SMALL_ORDER.contains(HexFormat.of().formatHex(y))) {
            throw new InvalidKeyException("The public key is a point of small order");
        }
        if (!isOnCurve(new BigInteger(1, reversed(y)))) {
            throw new InvalidKeyException("The public key is not a point of edwards25519");
        }
    }

    /** Whether x² = (y² − 1) / (d·y² + 1) has a solution; a quotient is a square exactly when the product is. */
    private static boolean isOnCurve(BigInteger y) {
        if (y.compareTo(P) >= 0) {
            return false;
        }
        BigInteger square = y.multiply(y).mod(P);
        BigInteger numerator = square.subtract(BigInteger.ONE);
        BigInteger denominator = D.multiply(square).add(BigInteger.ONE);
        return numerator.multiply(denominator).modPow(EULER, P).equals(BigInteger.ONE);
    }

    private static byte[] reversed(byte[] octets) {
        byte[] reversed = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            reversed[i] = octets[octets.length - 1 - i];
        }
        return reversed;
    }
}
