package io.tongban.sdk.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a PKCS#8 private key in its textual encoding (RFC 7468). */
final class PemReader {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final List<String> KINDS = List.of("EC", "Ed25519", "RSA");

    private PemReader() {}

    static PartnerKey read(String keyId, String pem) {
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            String label = block.group(1);
            if (label.equals("PRIVATE KEY")) {
                return JcaPartnerKey.of(keyId, privateKey(decoded(block.group(2))));
            }
            if (label.endsWith("PRIVATE KEY")) {
                throw new IllegalArgumentException("This PEM holds " + label
                        + "; it must be PRIVATE KEY: openssl pkcs8 -topk8 -nocrypt -in key.pem");
            }
        }
        throw new IllegalArgumentException("This PEM holds no PRIVATE KEY");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("The PEM is not base64");
        }
    }

    /** The encoding says of which kind the key is; the platform reads that only once it was told. */
    private static PrivateKey privateKey(byte[] pkcs8) {
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException ofAnotherKind) {
                // The next kind may fit.
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("This platform lacks " + kind, missing);
            }
        }
        throw new IllegalArgumentException("The PEM is not a P-256, Ed25519 or RSA key");
    }
}
