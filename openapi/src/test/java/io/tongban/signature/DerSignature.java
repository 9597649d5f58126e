package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.util.Base64;

/** The order signed with P-256, its signature in the ASN.1 form that many libraries answer by default. */
final class DerSignature {

    private DerSignature() {}

    static VectorRequest withhold() {
        VectorRequest signed = VectorCases.signed("withhold-p256", VectorMessages.withhold(), "partner-p256");
        String raw = signed.field("Signature").split(":")[1];
        return signed.replacing("Signature", "sig=:" + der(raw) + ":");
    }

    private static String der(String raw) {
        try {
            byte[] der = ECDSA.transcodeSignatureToDER(Base64.getDecoder().decode(raw));
            return Base64.getEncoder().encodeToString(der);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
