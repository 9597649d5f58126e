package io.tongban.province.dialect.rest;

import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Our SM2 key. */
final class Sm2PrivateKey implements MessageSigner {
    private final ECPrivateKeyParameters key;

    /** @throws IllegalArgumentException if the hex is no such key */
    Sm2PrivateKey(String hex) {
        this.key = Sm2.privateKey(hex);
    }

    @Override
    public String sign(byte[] message) {
        SM2Signer signer = Sm2.with(true, new ParametersWithRandom(key));
        signer.update(message, 0, message.length);
        try {
            return HexFormat.of().formatHex(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 does not sign", e);
        }
    }
}
