package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.security.PrivateKey;
import java.security.PublicKey;

/** RFC 9421, section 3.3.4. That the point lies on the curve is checked by {@link ECKey} itself. */
final class EcdsaP256 implements KeyScheme {

    @Override
    public boolean fits(JWK key) {
        return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
    }

    @Override
    public PublicKey publicKey(JWK key) throws JOSEException {
        return key.toECKey().toECPublicKey();
    }

    @Override
    public PrivateKey privateKey(JWK key) throws JOSEException {
        return key.toECKey().toECPrivateKey();
    }

    @Override
    public String signatureName() {
        return "SHA256withECDSAinP1363Format";
    }

    @Override
    public int signatureLength(PublicKey key) {
        return 64;
    }
}
