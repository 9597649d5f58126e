package io.tongban.sandbox.launcher;

import io.tongban.sandbox.province.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the gateway's configuration for a stack: one place that knows the gateway's configuration keys. */
final class GatewaySettings {
    static final String DATABASE = "gateway";

    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> secrets = new TreeMap<>();

    GatewaySettings(RealmValues values, Path partnersFile) {
        properties.put("tongban.public-base-url", values.gateway().toString());
        properties.put("tongban.bootstrap.partners-file", partnersFile.toString());
        // The sandbox's partners listen on loopback.
        properties.put("tongban.webhook.allow-private-targets", "true");
        // Whoever tries the sandbox at night would find the provinces closed, as their profiles say.
        properties.put("tongban.province.around-the-clock", "true");
        // So that a payout of last month can still be reported, and a month that is brought to its end is closed at
        // once.
        properties.put("tongban.payouts.report-within", "PT1440H");
        properties.put("tongban.payouts.close-every", "PT1S");
        // Nobody waits for tomorrow here.
        properties.put("tongban.coverage.every", "PT10S");
        properties.put("tongban.coverage.look", "5s");
        properties.put("tongban.reconciliation.look", "2s");
        properties.put("tongban.reconciliation.again", "PT6S");
        properties.put("tongban.pii.active-key", "sandbox");
        secrets.put("tongban.pii.keys.sandbox", key());
        secrets.put("tongban.pii.lookup-key", key());
        secrets.put("quarkus.oidc.credentials.secret", values.gatewaySecret());
        properties.put("tongban.console.enabled", "true");
        secrets.put("tongban.console.secret", values.consoleSecret());
    }

    /** HTTPS beside HTTP; a new certificate is seen within a second. */
    GatewaySettings https(URI publicBaseUrl, ServerCertificate certificate) {
        properties.put("tongban.public-base-url-https", publicBaseUrl.toString());
        properties.put("quarkus.http.tls-configuration-name", "https");
        properties.put("tongban.tls.certificate", certificate.certificate().toString());
        properties.put("tongban.tls.key", certificate.key().toString());
        properties.put("tongban.tls.reload", "1S");
        return this;
    }

    GatewaySettings postgres(PostgresServer postgres) {
        properties.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE));
        properties.put("quarkus.datasource.username", postgres.user());
        secrets.put("quarkus.datasource.password", postgres.password());
        return this;
    }

    GatewaySettings keycloak(KeycloakServer keycloak) {
        properties.put(
                "quarkus.oidc.auth-server-url", keycloak.issuer("tongban").toString());
        properties.put("quarkus.oidc.client-id", "tongban-gateway");
        return this;
    }

    GatewaySettings provinces(List<Simulator> provinces) {
        for (Simulator province : provinces) {
            String prefix = "tongban.province." + province.provinceCode();
            properties.put(prefix + ".endpoint", province.endpoint());
            secrets.put(prefix + ".password", province.password());
            province.moreProperties().forEach((name, value) -> secrets.put(prefix + "." + name, value));
        }
        return this;
    }

    /** @param control where an order's scenario is announced to the province that will get it */
    GatewaySettings scenarios(String control) {
        properties.put("tongban.scenarios.enabled", "true");
        properties.put("tongban.scenarios.provinces", control);
        return this;
    }

    /** With {@code overrides} last, so that they win. */
    GatewayProcess.Settings at(Path jar, Ports ports, Path log, Map<String, String> overrides) {
        properties.putAll(overrides);
        return new GatewayProcess.Settings(jar, ports, log, Map.copyOf(properties), Map.copyOf(secrets));
    }

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
