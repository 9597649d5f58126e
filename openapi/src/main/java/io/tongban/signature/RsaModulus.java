package io.tongban.signature;

import java.math.BigInteger;
import java.security.InvalidKeyException;

/**
 * What can be seen of a modulus without its factors: the partial validation of NIST SP 800-89, section 5.3.3, and the
 * two generators that are known to have made keys which anybody can factor.
 */
final class RsaModulus {

    private static final int FEWEST_BITS = 2048;
    /** Keeps one verification from costing seconds. */
    private static final int MOST_BITS = 8192;

    private static final int SMALL = 752;
    private static final int FERMAT_STEPS = 100;
    private static final BigInteger SMALL_PRIMES = productOfPrimesBelow(SMALL);

    private RsaModulus() {}

    static void requireUsable(BigInteger modulus) throws InvalidKeyException {
        int bits = modulus.bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new InvalidKeyException("An RSA key must have 2048 to 8192 bits, not " + bits);
        }
        if (!modulus.testBit(0)) {
            throw new InvalidKeyException("The RSA modulus is even");
        }
        if (!modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE)) {
            throw new InvalidKeyException("The RSA modulus has a factor below " + SMALL);
        }
        if (isPrimeOrPowerOfPrime(modulus)) {
            throw new InvalidKeyException("The RSA modulus is a prime or a power of a prime");
        }
        if (hasCloseFactors(modulus)) {
            throw new InvalidKeyException("The RSA modulus has two factors close to each other");
        }
        if (hasTheFormOfRoca(modulus)) {
            throw new InvalidKeyException("The RSA modulus has the form of CVE-2017-15361");
        }
    }

    /**
     * FIPS 186-5, appendix B.3.2, the enhanced test of Miller and Rabin: only of a number that is neither a prime nor a
     * power of a prime does it find that it is composite without finding a factor. That holds whatever the base is, so that
     * nobody gains from knowing it.
     */
    private static boolean isPrimeOrPowerOfPrime(BigInteger modulus) {
        BigInteger less = modulus.subtract(BigInteger.ONE);
        int twos = less.getLowestSetBit();
        BigInteger power = BigInteger.TWO.modPow(less.shiftRight(twos), modulus);
        BigInteger last = power;
        for (int i = 0; i < twos && !power.equals(BigInteger.ONE); i++) {
            last = power;
            power = power.multiply(power).mod(modulus);
        }
        BigInteger root = power.equals(BigInteger.ONE) ? last : power;
        return root.equals(less)
                || root.equals(BigInteger.ONE)
                || !root.subtract(BigInteger.ONE).gcd(modulus).equals(BigInteger.ONE);
    }

    /** CVE-2022-26320: Fermat's method finds factors that share their first half within a few steps. */
    private static boolean hasCloseFactors(BigInteger modulus) {
        BigInteger middle = modulus.sqrt().add(BigInteger.ONE);
        for (int i = 0; i < FERMAT_STEPS; i++) {
            BigInteger[] half = middle.multiply(middle).subtract(modulus).sqrtAndRemainder();
            if (half[1].signum() == 0) {
                return true;
            }
            middle = middle.add(BigInteger.ONE);
        }
        return false;
    }

    /** CVE-2017-15361: modulo each small prime the modulus is a power of 65537. By chance that is one in 2^27. */
    private static boolean hasTheFormOfRoca(BigInteger modulus) {
        for (int prime = 3; prime <= 167; prime += 2) {
            if (isPrime(prime)
                    && !isPowerOf65537(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPowerOf65537(int remainder, int prime) {
        int power = 1;
        for (int i = 0; i < prime; i++) {
            if (power == remainder) {
                return true;
            }
            power = power * (65537 % prime) % prime;
        }
        return false;
    }

    private static BigInteger productOfPrimesBelow(int bound) {
        BigInteger product = BigInteger.ONE;
        for (int candidate = 3; candidate < bound; candidate += 2) {
            if (isPrime(candidate)) {
                product = product.multiply(BigInteger.valueOf(candidate));
            }
        }
        return product;
    }

    private static boolean isPrime(int candidate) {
        for (int divisor = 3; divisor * divisor <= candidate; divisor += 2) {
            if (candidate % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
