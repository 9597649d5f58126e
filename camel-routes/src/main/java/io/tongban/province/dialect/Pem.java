package io.tongban.province.dialect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as they lie in an operator's files. */
final class Pem {
    private static final long MOST_BYTES = 1024 * 1024;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {}

    /** @throws IOException if there is none */
    static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        for (Certificate certificate : chain(text(file))) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return store;
    }

    /**
     * A key, and the chain of its certificate, our own first.
     *
     * @throws IOException if one of them is not there
     */
    static KeyStore identity(Path file) throws IOException, GeneralSecurityException {
        String text = text(file);
        KeyStore store = empty();
        store.setKeyEntry("tongban", key(text), new char[0], chain(text).toArray(Certificate[]::new));
        return store;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("too long");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> chain(String text) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> chain = new ArrayList<>();
        Matcher found = CERTIFICATE.matcher(text);
        while (found.find()) {
            chain.add(factory.generateCertificate(new ByteArrayInputStream(bytes(found.group(1)))));
        }
        if (chain.isEmpty()) {
            throw new IOException("no certificate in it");
        }
        return chain;
    }

    private static PrivateKey key(String text) throws IOException, GeneralSecurityException {
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new IOException("no key in it");
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(bytes(found.group(1)));
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw new IOException("no key of a known kind in it");
    }

    private static byte[] bytes(String base64) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("not Base64");
        }
    }
}
