package io.tongban.gateway.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * HTTP/2 is spoken over TLS alone. In clear text it would begin with an upgrade (RFC 7540, section 3.2, which RFC 9113
 * has taken back) or with prior knowledge, and both lead past proxies that look at HTTP/1.1.
 */
@ApplicationScoped
public class ClearTextSettings implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
