package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Set;

/**
 * One kind of key and what the JDK calls its signature. Providers are never named, so that whichever is installed
 * first does the work.
 */
interface KeyScheme {

    boolean fits(JWK key);

    /** The JWS names (RFC 7518, 8037, 9864) that a JWK may state for a key of this kind. */
    Set<String> jwsAlgorithms();

    PublicKey publicKey(JWK key) throws GeneralSecurityException, JOSEException;

    PrivateKey privateKey(JWK key) throws GeneralSecurityException, JOSEException;

    /** The name of the signature for {@link Signature#getInstance(String)}. */
    String signatureName();

    /** Called after the key is set and before any data. */
    default void configure(Signature signature) throws GeneralSecurityException {}

    /** The only length, in octets, that a signature of this key can have. */
    int signatureLength(PublicKey key);
}
