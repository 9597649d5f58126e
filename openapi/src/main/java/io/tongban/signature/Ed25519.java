package io.tongban.signature;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** RFC 9421, section 3.3.6. The key's octets are wrapped as RFC 8410 encodes them, so that no second library is needed. */
final class Ed25519 implements KeyScheme {

    private static final int OCTETS = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    @Override
    public boolean fits(JWK key) {
        return key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve());
    }

    @Override
    public Set<String> jwsAlgorithms() {
        return Set.of("EdDSA", "Ed25519");
    }

    @Override
    public PublicKey publicKey(JWK key) throws GeneralSecurityException {
        byte[] point = octets(key.toOctetKeyPair().getX());
        Ed25519Points.requireUsable(point);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(X509_PREFIX, point)));
    }

    @Override
    public PrivateKey privateKey(JWK key) throws GeneralSecurityException {
        byte[] seed = octets(key.toOctetKeyPair().getD());
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(join(PKCS8_PREFIX, seed)));
    }

    @Override
    public String signatureName() {
        return "Ed25519";
    }

    @Override
    public int signatureLength(PublicKey key) {
        return 64;
    }

    private static byte[] octets(Base64URL value) throws InvalidKeyException {
        byte[] octets = value.decode();
        if (octets.length != OCTETS) {
            throw new InvalidKeyException("An Ed25519 key has 32 octets, not " + octets.length);
        }
        return octets;
    }

    private static byte[] join(byte[] prefix, byte[] rest) {
        byte[] joined = new byte[prefix.length + rest.length];
        System.arraycopy(prefix, 0, joined, 0, prefix.length);
        System.arraycopy(rest, 0, joined, prefix.length, rest.length);
        return joined;
    }
}
