package io.tongban.sandbox.province.rest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** How a caller signs, and checks what comes back; it shares only Bouncy Castle with the simulator. */
interface CallersSeal {
    String sign(String text);

    boolean isProvinces(String text, String sign);

    static CallersSeal hmac(String password) {
        return new Hmac(password);
    }

    /** @param own private key
     * @param provinces public key */
    static CallersSeal sm2(String own, String provinces) {
        return new Sm2(own, provinces);
    }

    record Hmac(String password) implements CallersSeal {
        @Override
        public String sign(String text) {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(password.getBytes(StandardCharsets.UTF_8)));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            mac.update(bytes, 0, bytes.length);
            byte[] code = new byte[32];
            mac.doFinal(code, 0);
            return HexFormat.of().formatHex(code);
        }

        @Override
        public boolean isProvinces(String text, String sign) {
            return sign(text).equals(sign);
        }
    }

    record Sm2(String own, String provinces) implements CallersSeal {
        private static final ECDomainParameters CURVE =
                new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));

        @Override
        public String sign(String text) {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(true, new ECPrivateKeyParameters(new BigInteger(own, 16), CURVE));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            signer.update(bytes, 0, bytes.length);
            try {
                return HexFormat.of().formatHex(signer.generateSignature());
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isProvinces(String text, String sign) {
            byte[] point = HexFormat.of().parseHex(provinces);
            SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
            verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            verifier.update(bytes, 0, bytes.length);
            return verifier.verifySignature(HexFormat.of().parseHex(sign));
        }
    }
}
