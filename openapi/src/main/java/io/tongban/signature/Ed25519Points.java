package io.tongban.signature;

import java.util.HexFormat;
import java.util.Set;

/**
 * The y coordinates of the points of small order on edwards25519, in canonical and other encodings. Under such a
 * "public key" one signature verifies for many messages, so nobody could be held to what it signed.
 */
final class Ed25519Points {

    private static final Set<String> SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private Ed25519Points() {}

    static boolean isOfSmallOrder(byte[] point) {
        byte[] withoutSign = point.clone();
        withoutSign[withoutSign.length - 1] &= 0x7f;
        return SMALL_ORDER.contains(HexFormat.of().formatHex(withoutSign));
    }
}
