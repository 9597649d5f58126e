package io.tongban.sandbox.province.rest;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** A key pair of the sandbox's, published with it. */
record Sm2Key(ECPrivateKeyParameters secret, ECPublicKeyParameters open) {
    /**
     * @param hex the private key, 64 digits; the public one is worked out from it
     * @throws IllegalArgumentException if it is no such key
     */
    static Sm2Key of(String hex) {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        ECDomainParameters domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        BigInteger number = new BigInteger(1, HexFormat.of().parseHex(hex));
        return new Sm2Key(
                new ECPrivateKeyParameters(number, domain),
                new ECPublicKeyParameters(domain.getG().multiply(number).normalize(), domain));
    }

    String secretHex() {
        return String.format("%064x", secret.getD());
    }

    /** Uncompressed, 130 digits that begin with 04. */
    String openHex() {
        return HexFormat.of().formatHex(open.getQ().getEncoded(false));
    }

    @Override
    public String toString() {
        return "Sm2Key[" + openHex() + "]";
    }
}
