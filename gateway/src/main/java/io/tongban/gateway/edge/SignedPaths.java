package io.tongban.gateway.edge;

import io.tongban.gateway.trust.access.RoutedPath;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Where the gateway signs what it answers, and where it first asks who calls. */
final class SignedPaths {
    /** Every operation of a partner. */
    static final String API = "/v1";

    private static final List<String> SIGNED = List.of(API, "/problems", "/.well-known");

    private SignedPaths() {}

    /** The path as routes see it. One that cannot be decoded belongs to nobody, and is refused behind the guard. */
    static String of(RoutingContext context) {
        return RoutedPath.of(context).orElse(API);
    }

    static boolean isSigned(String normalizedPath) {
        return SIGNED.stream().anyMatch(prefix -> RoutedPath.isUnder(normalizedPath, prefix));
    }

    /** Whether nothing is answered there before token and signature were checked. */
    static boolean isGuarded(String normalizedPath) {
        return RoutedPath.isUnder(normalizedPath, API);
    }

    /** Keys and catalogue may be kept for five minutes, half an overlap of a rotation; all else is the caller's alone. */
    static String cacheControl(String normalizedPath, int status) {
        return isGuarded(normalizedPath) || status != 200 ? "no-store" : "public, max-age=300";
    }
}
