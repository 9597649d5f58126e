package io.tongban.gateway.edge.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate with the key that belongs to it.
 *
 * @param chain the server's own first
 */
record ServerKey(PrivateKey key, List<X509Certificate> chain) {
    /** RFC 7468, section 10. */
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    ServerKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Reads both files, and tries whether they belong together: a server with a wrong pair fails every handshake.
     *
     * @throws GeneralSecurityException if they are not what they should be; its message names no secret
     */
    static ServerKey read(Path certificate, Path key) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (chain.isEmpty()) {
            throw new CertificateException("no certificate in the file");
        }
        String algorithm = chain.get(0).getPublicKey().getAlgorithm();
        ServerKey read = new ServerKey(privateKey(Files.readString(key, US_ASCII), algorithm), chain);
        read.prove();
        return read;
    }

    private static PrivateKey privateKey(String pem, String algorithm) throws GeneralSecurityException {
        Matcher block = PKCS8.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeyException("no PKCS#8 key (BEGIN PRIVATE KEY) in the file");
        }
        try {
            byte[] octets = Base64.getMimeDecoder().decode(block.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // Its text may quote the octets.
            throw new InvalidKeyException("the key cannot be read as the certificate's " + algorithm);
        }
    }

    private void prove() throws GeneralSecurityException {
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> throw new InvalidKeyException("neither an EC nor an RSA key: " + key.getAlgorithm());
                });
        signature.initSign(key);
        signature.update(challenge);
        byte[] proof = signature.sign();
        signature.initVerify(certificate().getPublicKey());
        signature.update(challenge);
        if (!signature.verify(proof)) {
            throw new InvalidKeyException("the key does not belong to the certificate");
        }
    }
}
