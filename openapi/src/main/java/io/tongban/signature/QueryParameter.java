package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/** The value of {@code "@query-param";name="…"} (RFC 9421, section 2.2.8): decoded as a form, encoded again strictly. */
final class QueryParameter {

    private QueryParameter() {}

    static String valueIn(TargetUri uri, ComponentIdentifier identifier) {
        String wanted = identifier.string("name");
        String found = null;
        for (String pair : uri.query().substring(1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty() && recoded(name, identifier).equals(wanted)) {
                if (found != null) {
                    // Which of them the application reads, the signature could not say.
                    throw DerivedComponent.absent(identifier, "occurs more than once in the query");
                }
                found = recoded(equals < 0 ? "" : pair.substring(equals + 1), identifier);
            }
        }
        if (found == null) {
            throw DerivedComponent.absent(identifier, "is not in the query");
        }
        return found;
    }

    private static String recoded(String raw, ComponentIdentifier identifier) {
        try {
            return URLEncoder.encode(URLDecoder.decode(raw, UTF_8), UTF_8).replace("+", "%20");
        } catch (IllegalArgumentException badEscape) {
            throw DerivedComponent.absent(identifier, "cannot be read from a query with a broken percent-encoding");
        }
    }
}
