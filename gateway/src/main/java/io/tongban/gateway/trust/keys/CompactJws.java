package io.tongban.gateway.trust.keys;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tongban.signature.SignatureAlgorithm;
import io.tongban.signature.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Claims that the gateway stands for, as a compact JWS (RFC 7515). */
public final class CompactJws {
    private CompactJws() {}

    public static String write(Signer signer, JOSEObjectType type, Map<String, Object> claims) {
        JWSHeader header = new JWSHeader.Builder(jwsName(signer.algorithm()))
                .type(type)
                .keyID(signer.keyId())
                .build();
        String signingInput = header.toBase64URL() + "." + Base64URL.encode(JSONObjectUtils.toJSONString(claims));
        byte[] signature = signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII));
        return signingInput + "." + Base64URL.encode(signature);
    }

    /** RFC 7518, section 3.1, and RFC 8037: the same signatures under other names, octet for octet. */
    private static JWSAlgorithm jwsName(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> JWSAlgorithm.ES256;
            case ED25519 -> JWSAlgorithm.EdDSA;
            case RSA_PSS_SHA512 -> JWSAlgorithm.PS512;
        };
    }
}
