package io.tongban.gateway.trust.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** A path as routes see it, however it is spelled: who guards one by its raw spelling can be led around. */
public final class RoutedPath {
    private RoutedPath() {}

    /** Empty for a path that cannot be decoded. */
    public static Optional<String> of(RoutingContext context) {
        try {
            return Optional.of(context.normalizedPath());
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    /** JAX-RS routes without matrix parameters. */
    public static String withoutParameters(String normalizedPath) {
        return normalizedPath.replaceAll(";[^/]*", "");
    }

    public static boolean isUnder(String normalizedPath, String prefix) {
        String path = withoutParameters(normalizedPath);
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
