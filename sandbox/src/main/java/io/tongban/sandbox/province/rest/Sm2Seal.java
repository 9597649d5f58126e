package io.tongban.sandbox.province.rest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 with SM3, signatures as r‖s; one key of the province's, one of the caller's. */
final class Sm2Seal implements Seal {
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private final Sm2Key own;
    private final Sm2Key callers;

    Sm2Seal(Sm2Key own, Sm2Key callers) {
        this.own = own;
        this.callers = callers;
    }

    @Override
    public String sign(String text) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ParametersWithID(own.secret(), USER_ID));
        update(signer, text);
        try {
            return HexFormat.of().formatHex(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 does not sign", e);
        }
    }

    @Override
    public boolean isCallers(String text, String sign) {
        if (!sign.matches("[0-9a-f]{128}")) {
            return false;
        }
        SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
        verifier.init(false, new ParametersWithID(callers.open(), USER_ID));
        update(verifier, text);
        return verifier.verifySignature(HexFormat.of().parseHex(sign));
    }

    private static void update(SM2Signer signer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
    }
}
