package io.tongban.signature;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.util.HexFormat;
import java.util.Set;

/** Which octets are a public key on edwards25519 (RFC 8032, section 5.1.3). Providers differ in when they look. */
final class Ed25519Points {

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

    /**
     * Checks an encoded point of 32 octets. Small order comes first, for its own word. A point of mixed order, one of small
     * order added to a right one, is refused as well: with and without the cofactor, verifiers disagree under it, so one
     * signature is good here and bad elsewhere.
     */
    static void requireUsable(byte[] point) throws InvalidKeyException {
        byte[] y = point.clone();
        y[y.length - 1] &= 0x7f;
        if (SMALL_ORDER.contains(HexFormat.of().formatHex(y))) {
            throw new InvalidKeyException("The public key is a point of small order");
        }
        EdwardsPoint decoded = EdwardsPoint.decoded(new BigInteger(1, reversed(y)), point[point.length - 1] < 0)
                .orElseThrow(() -> new InvalidKeyException("The public key is not a point of edwards25519"));
        if (!decoded.hasPrimeOrder()) {
            throw new InvalidKeyException("The public key is a point of mixed order");
        }
    }

    private static byte[] reversed(byte[] octets) {
        byte[] reversed = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            reversed[i] = octets[octets.length - 1 - i];
        }
        return reversed;
    }
}
