package io.tongban.sdk.internal.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificates of a PEM file (RFC 7468), and in no other. */
public final class PemTrust {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]{1,20000}-----END CERTIFICATE-----");

    private PemTrust() {}

    /** @throws IllegalArgumentException if the file cannot be read or holds no certificate */
    public static SSLContext of(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates(file)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException("The certificates to trust cannot be read from " + file, unusable);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("Too long for a PEM file of certificates: " + file);
        }
        // What stands between the blocks, such as subjects in words, is no concern of the parser's.
        String blocks = BLOCK.matcher(Files.readString(file, UTF_8))
                .results()
                .map(MatchResult::group)
                .collect(joining("\n"));
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("No BEGIN CERTIFICATE in " + file);
        }
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(blocks.getBytes(UTF_8)));
    }
}
