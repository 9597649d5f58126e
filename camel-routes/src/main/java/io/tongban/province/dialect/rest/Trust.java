package io.tongban.province.dialect.rest;

import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose word counts for a province's certificate: those in a file of the profile's, else those that Java trusts. */
final class Trust {
    static final Option OPTION =
            new Option("trust", Optional.of(""), Trust::isReadable, "the path of a file with certificates in PEM");

    private Trust() {}

    static Optional<SSLContext> of(ProvinceProfile profile) {
        return profile.options()
                .find(OPTION.name())
                .filter(file -> !file.isEmpty())
                .map(file -> {
                    try {
                        return context(Path.of(file));
                    } catch (IOException | GeneralSecurityException e) {
                        throw new IllegalStateException(profile.file() + ": options.trust cannot be read any more", e);
                    }
                });
    }

    private static boolean isReadable(String file) {
        try {
            context(Path.of(file));
            return true;
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            return false;
        }
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate in it");
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
