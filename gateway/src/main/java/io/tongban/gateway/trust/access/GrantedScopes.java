package io.tongban.gateway.trust.access;

import io.tongban.api.Scopes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token is good for. Who asked for scopes of ours has these in {@code scope} and no more. Who asked for none has
 * the client's default (RFC 6749, section 3.3), which the realm writes beside it, signed like the rest.
 */
final class GrantedScopes {
    static final String ASKED = "scope";
    static final String DEFAULT = "default_scope";

    private GrantedScopes() {}

    static Set<String> of(JsonWebToken token) {
        Set<String> asked = ours(token.getClaim(ASKED));
        return asked.isEmpty() ? ours(token.getClaim(DEFAULT)) : asked;
    }

    /** A claim of another type names no scope. */
    private static Set<String> ours(@Nullable Object claim) {
        return claim instanceof String names
                ? Arrays.stream(names.split(" ")).filter(Scopes.ALL::contains).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
