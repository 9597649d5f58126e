package io.tongban.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestVerifier;
import io.tongban.signature.Verification;
import io.tongban.signature.Verifier;
import java.io.File;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A stock Spring Cloud Gateway that verifies the token and the signature of requests without a body, with the same native
 * cryptography and the same reading of RFC 9421 as Tongban's gateway, and forwards them. It signs no answer, keeps no
 * nonce and reads no database.
 */
@SpringBootApplication
@EnableWebFluxSecurity
public class SignedRoute {
    private static final byte[] NO_BODY = {};

    public static void main(String[] arguments) {
        AmazonCorrettoCryptoProvider.install();
        AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
        SpringApplication.run(SignedRoute.class, arguments);
    }

    @Bean
    SecurityWebFilterChain tokens(ServerHttpSecurity http) {
        return http.authorizeExchange(exchanges ->
                        exchanges.pathMatchers("/ready").permitAll().anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .build();
    }

    @Bean
    RouteLocator route(RouteLocatorBuilder routes, @Value("${bench.upstream}") String upstream) {
        return routes.routes()
                .route("upstream", route -> route.path("/v1/**").uri(upstream))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> ready() {
        return RouterFunctions.route(
                RequestPredicates.GET("/ready"), request -> ServerResponse.ok().build());
    }

    @Bean
    GlobalFilter signatures(@Value("${bench.partner-keys}") File partnerKeys) throws Exception {
        KeyLookup keys = KeyLookup.in(JWKSet.load(partnerKeys).getKeys().stream()
                .collect(Collectors.toMap(JWK::getKeyID, Verifier::of)));
        RequestVerifier verifier = new RequestVerifier(Clock.systemUTC());
        return (exchange, chain) -> {
            if (verifier.verify(message(exchange.getRequest()), NO_BODY, keys) instanceof Verification.Verified) {
                return chain.filter(exchange);
            }
            exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
            return exchange.getResponse().setComplete();
        };
    }

    private static RequestMessage message(ServerHttpRequest request) {
        MessageFields.Builder fields = MessageFields.builder();
        request.getHeaders().forEach((name, values) -> values.forEach(value -> fields.add(name, value)));
        return new RequestMessage(
                request.getMethod().name(), request.getURI().toString(), fields.build());
    }
}
