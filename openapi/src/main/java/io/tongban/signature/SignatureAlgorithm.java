package io.tongban.signature;

import com.nimbusds.jose.jwk.JWK;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The signature algorithms of this profile, under their names in the IANA registry of RFC 9421, section 6.2. A further
 * one is one more constant with its {@link KeyScheme}.
 */
public enum SignatureAlgorithm {
    /** ECDSA on P-256 with SHA-256; the signature is r‖s, 64 octets. */
    ECDSA_P256_SHA256("ecdsa-p256-sha256", new EcdsaP256()),
    /** Ed25519 (RFC 8032); 64 octets; deterministic. */
    ED25519("ed25519", new Ed25519()),
    /** RSASSA-PSS with SHA-512, MGF1 with SHA-512 and a salt of 64 octets. */
    RSA_PSS_SHA512("rsa-pss-sha512", new RsaPss());

    private static final Map<String, SignatureAlgorithm> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each.wireName, Function.identity()));

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // every scheme is without state
    private final KeyScheme scheme;

    SignatureAlgorithm(String wireName, KeyScheme scheme) {
        this.wireName = wireName;
        this.scheme = scheme;
    }

    /** The value of the {@code alg} parameter, such as {@code ed25519}. */
    public String wireName() {
        return wireName;
    }

    /** The algorithm of an {@code alg} parameter; empty if this profile does not have it. */
    public static Optional<SignatureAlgorithm> fromName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /**
     * The one algorithm that a key signs with.
     *
     * @throws IllegalArgumentException if there is none for its type and curve
     */
    public static SignatureAlgorithm of(JWK key) {
        return Arrays.stream(values())
                .filter(each -> each.scheme.fits(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A key must be P-256, Ed25519 or RSA, not "
                        + key.getKeyType().getValue()));
    }

    KeyScheme scheme() {
        return scheme;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
