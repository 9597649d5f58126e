package io.tongban.signature;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A point of edwards25519 in the extended coordinates of RFC 8032, section 5.1.4: x = X/Z, y = Y/Z, x·y = T/Z. For public
 * keys alone: what is computed here takes longer for some points than for others.
 */
record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    /** The square root of -1. */
    private static final BigInteger I = TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
    /** The order of the group in which keys are meant to be; the curve has eight times as many points. */
    private static final BigInteger L =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final EdwardsPoint NEUTRAL =
            new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

    /** RFC 8032, section 5.1.3; empty where no point has this y, or y is not below the field's prime. */
    static Optional<EdwardsPoint> decoded(BigInteger y, boolean isXOdd) {
        if (y.compareTo(P) >= 0) {
            return Optional.empty();
        }
        BigInteger square = times(y, y);
        return root(square.subtract(BigInteger.ONE).mod(P), times(D, square).add(BigInteger.ONE))
                .filter(x -> x.signum() != 0 || !isXOdd)
                .map(x -> x.testBit(0) == isXOdd ? x : P.subtract(x))
                .map(x -> new EdwardsPoint(x, y, BigInteger.ONE, times(x, y)));
    }

    /** The square root of u/v. */
    private static Optional<BigInteger> root(BigInteger u, BigInteger v) {
        BigInteger v3 = v.modPow(BigInteger.valueOf(3), P);
        BigInteger v7 = v.modPow(BigInteger.valueOf(7), P);
        BigInteger candidate = times(
                times(u, v3),
                times(u, v7).modPow(P.subtract(BigInteger.valueOf(5)).shiftRight(3), P));
        BigInteger check = times(v, times(candidate, candidate));
        if (check.equals(u)) {
            return Optional.of(candidate);
        }
        return check.equals(P.subtract(u).mod(P)) ? Optional.of(times(candidate, I)) : Optional.empty();
    }

    /** Whether L times this point is the neutral one. So is once the neutral one itself. */
    boolean hasPrimeOrder() {
        EdwardsPoint product = NEUTRAL;
        for (int bit = L.bitLength() - 1; bit >= 0; bit--) {
            product = product.plus(product);
            if (L.testBit(bit)) {
                product = product.plus(this);
            }
        }
        return product.x.signum() == 0 && product.y.equals(product.z);
    }

    /** Complete, so good for doubling too. */
    private EdwardsPoint plus(EdwardsPoint other) {
        BigInteger a = times(y.subtract(x), other.y.subtract(other.x));
        BigInteger b = times(y.add(x), other.y.add(other.x));
        BigInteger c = times(times(t, TWO), times(D, other.t));
        BigInteger d = times(times(z, TWO), other.z);
        BigInteger e = b.subtract(a);
        BigInteger f = d.subtract(c);
        BigInteger g = d.add(c);
        BigInteger h = b.add(a);
        return new EdwardsPoint(times(e, f), times(g, h), times(f, g), times(e, h));
    }

    private static BigInteger times(BigInteger one, BigInteger other) {
        return one.multiply(other).mod(P);
    }
}
