package io.tongban.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What partners sign as the beginning of {@code @target-uri}: configuration, never the Host field. A gateway that
 * serves HTTPS beside HTTP is known by one address over each, and which of them is meant is told by the connection.
 */
@ApplicationScoped
class PublicBaseUrls {
    private final TargetUri usual;
    private final TargetUri overTls;

    @Inject
    PublicBaseUrls(
            @ConfigProperty(name = "tongban.public-base-url") String usual,
            @ConfigProperty(name = "tongban.public-base-url-https") Optional<String> overTls) {
        this.usual = new TargetUri(usual);
        this.overTls = overTls.map(TargetUri::new).orElse(this.usual);
    }

    TargetUri of(HttpServerRequest request) {
        return request.isSSL() ? overTls : usual;
    }
}
