package io.tongban.province.dialect.rest;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** A province's SM2 key. */
final class Sm2PublicKey implements MessageVerifier {
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

    private final ECPublicKeyParameters key;

    /** @throws IllegalArgumentException if the hex is no such key */
    Sm2PublicKey(String hex) {
        this.key = Sm2.publicKey(hex);
    }

    @Override
    public boolean verifies(byte[] message, String signature) {
        if (!SIGNATURE.matcher(signature).matches()) {
            return false;
        }
        SM2Signer verifier = Sm2.with(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(HexFormat.of().parseHex(signature));
    }
}
