package io.tongban.province.dialect;

import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How calls to a province are encrypted, in the same words for every dialect: whose word counts for the far side's
 * certificate (those in a file of the profile's, else those that Java trusts), and which certificate is ours, where the
 * province asks for one. A far side without TLS is not called in its stead.
 */
public final class Tls {
    /** What a profile of any dialect that runs over TLS may say. */
    public static final List<Option> OPTIONS = List.of(
            new Option(Options.TRUST, Optional.of(""), Tls::isTrust, "the path of a file with certificates in PEM"),
            new Option(
                    Options.CLIENT_CERTIFICATE,
                    Optional.of(""),
                    Tls::isIdentity,
                    "the path of a file with our certificate, its chain and its key (PKCS #8), in PEM"));

    private Tls() {}

    /**
     * The context for a province that is called over TLS; empty for one that is called in clear text.
     *
     * @throws IllegalStateException if a file cannot be read, or not any more
     */
    public static Optional<SSLContext> of(ProvinceProfile profile) {
        return profile.overTls() ? Optional.of(made(profile)) : Optional.empty();
    }

    private static SSLContext made(ProvinceProfile profile) {
        try {
            return context(profile.trust(), profile.clientCertificate());
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            throw unreadable(profile, e);
        }
    }

    /** @param trust and {@code identity}, files in PEM; empty for those that Java trusts, and for none of ours */
    public static SSLContext context(String trust, String identity) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.isEmpty() ? null : keys(identity), trust.isEmpty() ? null : trusted(trust), null);
        return context;
    }

    /**
     * The authorities that the profile names, as a PKCS #12 file for a client that takes no other form; it goes with the
     * JVM, or before.
     */
    public static Path trustStore(ProvinceProfile profile, String password) {
        try {
            KeyStore named = Pem.certificates(Path.of(profile.trust()));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (String alias : Collections.list(named.aliases())) {
                store.setCertificateEntry(alias, named.getCertificate(alias));
            }
            Path file = Files.createTempFile("tongban-trust-", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            throw unreadable(profile, e);
        }
    }

    private static IllegalStateException unreadable(ProvinceProfile profile, Exception cause) {
        return new IllegalStateException(profile.file() + ": a file for TLS cannot be read, or not any more", cause);
    }

    private static TrustManager[] trusted(String file) throws IOException, GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(Pem.certificates(Path.of(file)));
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(String file) throws IOException, GeneralSecurityException {
        KeyStore store = Pem.identity(Path.of(file));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static boolean isTrust(String file) {
        return canBe(() -> Pem.certificates(Path.of(file)));
    }

    private static boolean isIdentity(String file) {
        return canBe(() -> Pem.identity(Path.of(file)));
    }

    private static boolean canBe(Reading reading) {
        try {
            return reading.read().size() > 0;
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            return false;
        }
    }

    private interface Reading {
        KeyStore read() throws IOException, GeneralSecurityException;
    }
}
