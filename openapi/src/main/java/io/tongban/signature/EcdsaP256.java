package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.util.Set;

/** RFC 9421, section 3.3.4. That the point lies on the curve is checked by {@link ECKey} itself. */
final class EcdsaP256 implements KeyScheme {

    @Override
    public boolean fits(JWK key) {
        return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
    }

    @Override
    public Set<String> jwsAlgorithms() {
        return Set.of("ES256");
    }

    @Override
    public PublicKey publicKey(JWK key) throws JOSEException, InvalidKeyException {
        ECPublicKey point = key.toECKey().toECPublicKey();
        // The library's check is modulo p, so that x and x + p would be one point under two names.
        BigInteger p = ((ECFieldFp) point.getParams().getCurve().getField()).getP();
        if (point.getW().getAffineX().compareTo(p) >= 0
                || point.getW().getAffineY().compareTo(p) >= 0) {
            throw new InvalidKeyException("A coordinate of the point is not below the field's prime");
        }
        return point;
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
