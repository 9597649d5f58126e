package io.tongban.gateway.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What a gateway in production cannot do without, and what no default can stand for. All that lacks is told at once, and
 * no value is: some are secrets.
 */
final class RequiredSettings {
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String EMBEDDED = "tongban.embedded.database";
    static final String CONSOLE = "tongban.console.enabled";
    static final String ACTIVE_KEY = "tongban.pii.active-key";

    private static final String KEYS = "tongban.pii.keys.";
    private static final String LOOKUP_KEY = "tongban.pii.lookup-key";
    private static final int KEY_OCTETS = 32;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Config config;
    private final List<String> lacking = new ArrayList<>();

    private RequiredSettings(Config config) {
        this.config = config;
    }

    /** One line for each setting that lacks or cannot be; empty if the gateway may start. */
    static List<String> lacking(Config config) {
        return new RequiredSettings(config).check();
    }

    /** Whether a throw-away database was asked for, with keys to match it. */
    static boolean embedded(Config config) {
        return config.getOptionalValue(EMBEDDED, Boolean.class).orElse(false);
    }

    static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    private List<String> check() {
        boolean throwAway = embedded(config) && value(JDBC_URL).isEmpty();
        if (!throwAway) {
            require(
                    JDBC_URL,
                    "the PostgreSQL to work with, jdbc:postgresql://host:5432/name; " + EMBEDDED
                            + "=true instead starts one to throw away");
            require("quarkus.datasource.username", "its user; and quarkus.datasource.password, if it wants one");
        }
        if (!throwAway || value(ACTIVE_KEY).isPresent()) {
            piiKeys();
        }
        address("tongban.public-base-url", "what partners sign as the beginning of every address");
        address("quarkus.oidc.auth-server-url", "the realm whose tokens count");
        require("quarkus.oidc.credentials.secret", "the secret of client tongban-gateway in that realm");
        if (config.getOptionalValue(CONSOLE, Boolean.class).orElse(false)) {
            require(
                    "tongban.console.secret",
                    "the secret of client tongban-console, by which people log in to the pages");
        }
        return lacking;
    }

    private void piiKeys() {
        Optional<String> active = value(ACTIVE_KEY);
        if (active.isEmpty()) {
            lacking.add(ACTIVE_KEY + ": the name of the key that personal data are encrypted under, and " + KEYS
                    + "<name>: the key, base64 of " + KEY_OCTETS + " random octets");
        } else {
            key(KEYS + active.get(), "the key that " + ACTIVE_KEY + " names");
        }
        key(LOOKUP_KEY, "the key that persons are found by; it never changes");
    }

    private void key(String name, String meaning) {
        if (value(name).filter(RequiredSettings::isKey).isEmpty()) {
            lacking.add(name + ": " + meaning + ", base64 of " + KEY_OCTETS + " random octets");
        }
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text.strip()).length == KEY_OCTETS;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Plain http is for trying things out on one machine. */
    private void address(String name, String meaning) {
        if (value(name).filter(RequiredSettings::isSafe).isEmpty()) {
            lacking.add(name + ": " + meaning + ", an https address; http is for loopback alone");
        }
    }

    private static boolean isSafe(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            String host = address.getHost();
            return host != null && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private void require(String name, String meaning) {
        if (value(name).isEmpty()) {
            lacking.add(name + ": " + meaning);
        }
    }

    private Optional<String> value(String name) {
        return value(config, name);
    }
}
