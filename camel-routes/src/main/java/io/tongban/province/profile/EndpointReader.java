package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads where and how a province is called. An address is followed in every part, or refused: one that asks for TLS and
 * is called in clear text would be the worst of both.
 */
final class EndpointReader {
    static final String SSL_MODE = "sslmode";
    static final String SSL_ROOT_CERT = "sslrootcert";
    static final String VERIFY_FULL = "verify-full";

    /** What a front-end database's address may say; libpq's modes between these two promise more than they hold. */
    private static final Map<String, Pattern> OF_DATABASES =
            Map.of(SSL_MODE, Pattern.compile(VERIFY_FULL + "|disable"), SSL_ROOT_CERT, Pattern.compile(".+"));

    /** Databases whose drivers are tried over TLS; what is not, is not promised. */
    private static final Set<String> OVER_TLS = Set.of("postgresql", "mariadb");

    private final Placeholders placeholders;
    private final DialectNeeds needs;

    EndpointReader(Placeholders placeholders, DialectNeeds needs) {
        this.placeholders = placeholders;
        this.needs = needs;
    }

    URI read(YamlEntry entry) {
        URI endpoint = address(entry);
        if (endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            throw entry.wrong("has a user or a fragment, which no one would use; remove it");
        }
        if (needs.addressOnly() && !endpoint.getRawPath().matches("/?")) {
            throw entry.wrong("has a path, which no one would use; remove it");
        }
        parameters(entry, endpoint);
        return endpoint;
    }

    private URI address(YamlEntry entry) {
        try {
            URI endpoint = URI.create(withScheme(placeholders.fill(entry)));
            if (endpoint.getScheme() != null
                    && needs.schemes().contains(endpoint.getScheme())
                    && endpoint.getHost() != null
                    && (endpoint.getPort() > 0 || needs.schemes().contains("http"))) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw entry.wrong("is not an address; write SCHEME://host:port with one of " + new TreeSet<>(needs.schemes()));
    }

    /** Where the dialect has a scheme that is usual, {@code host:port} says all there is to say. */
    private String withScheme(String address) {
        if (address.contains("://")) {
            return address;
        }
        if (needs.schemes().contains("postgresql")) {
            return "postgresql://" + address;
        }
        if (needs.schemes().contains("tcp")) {
            return "tcp://" + address;
        }
        if (needs.schemes().contains("sftp")) {
            return "sftp://" + address;
        }
        return address;
    }

    private void parameters(YamlEntry entry, URI endpoint) {
        @Nullable String query = endpoint.getRawQuery();
        if (query == null || needs.name().equals("soap")) {
            // An HTTP address goes over there as it is.
            return;
        }
        for (String parameter : query.split("&", -1)) {
            int end = parameter.indexOf('=');
            String name = end < 0 ? parameter : parameter.substring(0, end);
            String value = end < 0 ? "" : parameter.substring(end + 1);
            Pattern known = needs.schemes().contains("postgresql") ? OF_DATABASES.get(name) : null;
            if (known == null) {
                throw entry.wrong("has the parameter \"" + name + "\", which is not followed; remove it");
            }
            if (!OVER_TLS.contains(endpoint.getScheme())) {
                throw entry.wrong("asks for TLS, which is to be had for postgresql and mariadb alone; write neither"
                        + " sslmode nor sslrootcert, and call it over a line that is safe");
            }
            if (!known.matcher(value).matches()) {
                throw entry.wrong("asks for a \"" + name + "\" that is not offered; write sslmode=verify-full"
                        + " (certificate and name are checked) or none");
            }
        }
    }

    /** An authority or a certificate that is named and not used would be TLS that someone believes in. */
    static void requireUseOfTls(ProvinceProfile profile, YamlEntry endpoint) {
        boolean asked =
                !profile.trust().isEmpty() || !profile.clientCertificate().isEmpty();
        if (asked && !profile.overTls()) {
            throw endpoint.wrong("is called in clear text, although a certificate is named; write https://, tls://,"
                    + " ftps:// or sslmode=verify-full, or remove the certificate");
        }
        if (profile.parameter(SSL_ROOT_CERT).isPresent()
                && profile.options()
                        .find(Options.TRUST)
                        .filter(file -> !file.isEmpty())
                        .isPresent()) {
            throw endpoint.wrong("names whom to trust in sslrootcert and in options.trust; remove one");
        }
    }
}
