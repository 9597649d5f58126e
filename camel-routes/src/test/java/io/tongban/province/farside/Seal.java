package io.tongban.province.farside;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** How the far side of the dialect rest signs and checks; it shares only Bouncy Castle with the code under test. */
public interface Seal {
    public String sign(String text);

    public boolean fits(String text, String sign);

    public static Seal hmac(String key) {
        return new Hmac(key);
    }

    /** @param callers public key, in hex */
    public static Seal sm2(Pair own, String callers) {
        return new Sm2(own, callers);
    }

    public record Hmac(String key) implements Seal {
        @Override
        public String sign(String text) {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(key.getBytes(StandardCharsets.UTF_8)));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            mac.update(bytes, 0, bytes.length);
            byte[] code = new byte[32];
            mac.doFinal(code, 0);
            return HexFormat.of().formatHex(code);
        }

        @Override
        public boolean fits(String text, String sign) {
            return sign(text).equals(sign);
        }
    }

    public record Sm2(Pair own, String callers) implements Seal {
        @Override
        public String sign(String text) {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(true, new ECPrivateKeyParameters(own.secret, Pair.CURVE));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            signer.update(bytes, 0, bytes.length);
            try {
                return HexFormat.of().formatHex(signer.generateSignature());
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean fits(String text, String sign) {
            byte[] point = HexFormat.of().parseHex(callers);
            SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
            verifier.init(false, new ECPublicKeyParameters(Pair.CURVE.getCurve().decodePoint(point), Pair.CURVE));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            verifier.update(bytes, 0, bytes.length);
            return verifier.verifySignature(HexFormat.of().parseHex(sign));
        }
    }

    /** A fresh SM2 key pair. */
    public record Pair(BigInteger secret) {
        static final ECDomainParameters CURVE = curve();

        private static ECDomainParameters curve() {
            X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
            return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        }

        public static Pair fresh() {
            return new Pair(new BigInteger(255, new SecureRandom()).add(BigInteger.ONE));
        }

        public String privateKey() {
            return String.format("%064x", secret);
        }

        public String publicKey() {
            return HexFormat.of()
                    .formatHex(CURVE.getG().multiply(secret).normalize().getEncoded(false));
        }
    }
}
