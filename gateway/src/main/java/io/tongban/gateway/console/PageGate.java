package io.tongban.gateway.console;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tongban.gateway.trust.access.RoutedPath;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges what asks for the pages behind the login before anybody is asked to log in: whether there are such pages here,
 * and whether a form was sent from one of them. Browsers say where a form comes from (Origin, RFC 6454; Sec-Fetch-Site),
 * and no script of another site can make them say otherwise.
 */
@ApplicationScoped
class PageGate {
    /** Before quarkus-oidc and the permissions. */
    private static final int PRIORITY = 300;

    private static final int MOST_OCTETS = 256 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int PASSED = 0;

    private final boolean isOpen;
    private final Set<String> origins;

    @Inject
    PageGate(
            @ConfigProperty(name = "tongban.console.enabled", defaultValue = "false") boolean isOpen,
            @ConfigProperty(name = "tongban.public-base-url") String baseUrl,
            @ConfigProperty(name = "tongban.public-base-url-https") Optional<String> httpsBaseUrl) {
        this.isOpen = isOpen;
        this.origins = Stream.concat(Stream.of(baseUrl), httpsBaseUrl.stream())
                .map(PageGate::origin)
                .collect(toUnmodifiableSet());
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    private void enter(RoutingContext context) {
        String path = CounterLogins.path(context);
        if (!RoutedPath.isUnder(path, CounterLogins.BASE)) {
            context.next();
            return;
        }
        int status = judge(context.request());
        if (path.equals(CounterLogins.LOGOUT)) {
            // quarkus-oidc ends the session of the tenant that the path belongs to, and knows of no other.
            context.response()
                    .addCookie(Cookie.cookie(CounterLogins.SUPERVISOR_COOKIE, "")
                            .setPath(CounterLogins.DAY)
                            .setHttpOnly(true)
                            .setMaxAge(0));
        }
        if (status == PASSED) {
            context.next();
        } else {
            // Whoever sends this uses no page of ours, so there is nothing to read.
            context.response()
                    .setStatusCode(status)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Connection", "close")
                    .end();
        }
    }

    private int judge(HttpServerRequest request) {
        if (!isOpen) {
            return NOT_FOUND;
        }
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            return PASSED;
        }
        if (!request.method().equals(HttpMethod.POST)) {
            return METHOD_NOT_ALLOWED;
        }
        return isFromHere(request) ? body(request) : FORBIDDEN;
    }

    private boolean isFromHere(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        return origin != null && origins.contains(origin) && (site == null || site.equals("same-origin"));
    }

    private static int body(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        String length = request.getHeader("Content-Length");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            return UNSUPPORTED;
        }
        if (length == null || !length.matches("[0-9]{1,9}")) {
            return LENGTH_REQUIRED;
        }
        return Integer.parseInt(length) > MOST_OCTETS ? TOO_LARGE : PASSED;
    }

    static String origin(String url) {
        URI address = URI.create(url);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
