package io.tongban.gateway.edge.tls;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The gateway's own HTTPS; it is served if {@code quarkus.http.tls-configuration-name} is {@code https}. */
@ConfigMapping(prefix = "tongban.tls")
public interface TlsConfig {
    /** PEM: the server's certificate, and those between it and the authority. */
    Optional<Path> certificate();

    /** PEM, PKCS#8: the key that belongs to it. */
    Optional<Path> key();

    /** How often the files are looked at. */
    Duration reload();
}
