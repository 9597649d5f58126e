package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Set;

/** RFC 9421, section 3.3.1. */
final class RsaPss implements KeyScheme {

    private static final int SALT_OCTETS = 64;
    private static final PSSParameterSpec PARAMETERS = new PSSParameterSpec(
            "SHA-512", "MGF1", MGF1ParameterSpec.SHA512, SALT_OCTETS, PSSParameterSpec.TRAILER_FIELD_BC);

    @Override
    public boolean fits(JWK key) {
        return key instanceof RSAKey;
    }

    @Override
    public Set<String> jwsAlgorithms() {
        return Set.of("PS256", "PS512");
    }

    @Override
    public PublicKey publicKey(JWK key) throws GeneralSecurityException, JOSEException {
        RSAPublicKey rsa = key.toRSAKey().toRSAPublicKey();
        RsaModulus.requireUsable(rsa.getModulus());
        int bits = rsa.getPublicExponent().bitLength();
        if (bits < 17 || bits > 256 || !rsa.getPublicExponent().testBit(0)) {
            throw new InvalidKeyException(
                    "The public exponent must be odd, at least 65537 and below 2^256 (FIPS 186-5)");
        }
        return rsa;
    }

    @Override
    public PrivateKey privateKey(JWK key) throws JOSEException {
        return key.toRSAKey().toRSAPrivateKey();
    }

    @Override
    public String signatureName() {
        return "RSASSA-PSS";
    }

    @Override
    public void configure(Signature signature) throws GeneralSecurityException {
        signature.setParameter(PARAMETERS);
    }

    @Override
    public int signatureLength(PublicKey key) {
        return (((RSAPublicKey) key).getModulus().bitLength() + 7) / 8;
    }
}
