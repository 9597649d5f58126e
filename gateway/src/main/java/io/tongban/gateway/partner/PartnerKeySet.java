package io.tongban.gateway.partner;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import io.tongban.signature.Verifier;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a key set (RFC 7517) before it is let into the register. */
final class PartnerKeySet {
    static final String POINTER = "/jwks";

    private static final int MOST = 10;
    private static final int RSA_BITS = 2048;
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._:~-]{1,100}");

    private PartnerKeySet() {}

    /**
     * Reads a key set: 1 to 10 public keys for signing, P-256, Ed25519 or RSA of at least 2048 bits, each with a kid of
     * its own.
     *
     * @throws ProblemException keys-invalid, with what is wrong
     */
    static JWKSet parse(Map<String, Object> json) {
        JWKSet keys;
        try {
            keys = JWKSet.parse(json);
        } catch (ParseException | RuntimeException malformed) {
            // Without the parser's message: it may quote a private key sent by mistake.
            throw refused("This is no JWK Set");
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            throw refused("A key set has 1 to 10 keys");
        }
        keys.getKeys().forEach(PartnerKeySet::check);
        if (keys.getKeys().stream().map(JWK::getKeyID).distinct().count() != keys.size()) {
            throw refused("A kid stands twice");
        }
        return keys;
    }

    static ProblemException refused(String why) {
        return new ProblemException(ProblemType.KEYS_INVALID, why, POINTER);
    }

    private static void check(JWK key) {
        if (key.getKeyID() == null || !KID.matcher(key.getKeyID()).matches()) {
            throw refused("Each key has a kid of 1 to 100 characters out of A-Z a-z 0-9 . _ : ~ -");
        }
        if (key.isPrivate()) {
            throw refused("A private key was sent: consider it lost, and make a new one");
        }
        if (!isSupported(key)) {
            throw refused("Keys are P-256, Ed25519 or RSA of at least 2048 bits");
        }
        try {
            Verifier.of(key);
        } catch (IllegalArgumentException unusable) {
            throw refused("A key cannot verify signatures");
        }
    }

    private static boolean isSupported(JWK key) {
        if (key instanceof ECKey ec) {
            return Curve.P_256.equals(ec.getCurve());
        }
        if (key instanceof OctetKeyPair pair) {
            return Curve.Ed25519.equals(pair.getCurve());
        }
        return key instanceof RSAKey rsa && rsa.size() >= RSA_BITS;
    }
}
