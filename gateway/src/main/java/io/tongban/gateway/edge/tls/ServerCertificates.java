package io.tongban.gateway.edge.tls;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of TLS configuration {@code https}, read anew whenever its files change. Quarkus' own reload has the
 * server swap its whole TLS context, and drops who connects meanwhile; a key manager that shows another key drops
 * nobody.
 */
@ApplicationScoped
@Identifier("https")
public class ServerCertificates implements KeyStoreProvider {
    private static final Logger LOG = Logger.getLogger(ServerCertificates.class);

    private final TlsConfig config;
    private final Clock clock;
    private final ReplaceableKeys keys = new ReplaceableKeys();
    private volatile @Nullable ServerKey current;
    /** Of the files as last looked at, so that a broken one is told of once. */
    private byte[] seen = {};

    ServerCertificates(TlsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The keys as they are at the start, which fails if they cannot be read; none if none are configured. */
    @Override
    public synchronized KeyStoreAndKeyCertOptions getKeyStore(Vertx vertx) {
        if (config.certificate().isPresent() || config.key().isPresent()) {
            try {
                seen = digest();
                use(read());
            } catch (IOException | GeneralSecurityException unusable) {
                throw new IllegalStateException(
                        "tongban.tls.certificate and tongban.tls.key cannot be used: " + unusable.getMessage(),
                        unusable);
            }
        }
        return new KeyStoreAndKeyCertOptions(empty(), KeyCertOptions.wrap(keys));
    }

    void tellExpiry(@Observes StartupEvent started, MeterRegistry meters) {
        if (current != null) {
            meters.gauge("tongban.tls.certificate.expiry", this, ServerCertificates::secondsLeft);
        }
    }

    private double secondsLeft() {
        ServerKey key = current;
        return key == null
                ? Double.NaN
                : Duration.between(
                                clock.instant(), key.certificate().getNotAfter().toInstant())
                        .toSeconds();
    }

    @Scheduled(identity = "server-certificates", every = "{tongban.tls.reload}")
    synchronized void look() {
        if (current == null) {
            return;
        }
        try {
            byte[] now = digest();
            if (MessageDigest.isEqual(now, seen)) {
                return;
            }
            seen = now;
            ServerKey fresh = read();
            fresh.certificate().checkValidity(Date.from(clock.instant()));
            use(fresh);
            LOG.infof(
                    "The certificate was replaced; the new one ends %s",
                    fresh.certificate().getNotAfter().toInstant());
        } catch (IOException | GeneralSecurityException unusable) {
            LOG.errorf("The new certificate or its key cannot be used, the old one stays: %s", unusable.getMessage());
        }
    }

    private ServerKey read() throws IOException, GeneralSecurityException {
        return ServerKey.read(certificate(), key());
    }

    private void use(ServerKey key) {
        keys.use(key);
        current = key;
    }

    private byte[] digest() throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(certificate()));
        digest.update((byte) 0);
        return digest.digest(Files.readAllBytes(key()));
    }

    private Path certificate() throws IOException {
        return config.certificate().orElseThrow(() -> new IOException("tongban.tls.certificate is not set"));
    }

    private Path key() throws IOException {
        return config.key().orElseThrow(() -> new IOException("tongban.tls.key is not set"));
    }

    private static KeyStore empty() {
        try {
            KeyStore none = KeyStore.getInstance("PKCS12");
            none.load(null, null);
            return none;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
