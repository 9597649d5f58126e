package io.tongban.gateway.console;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** Answers with pages that run nothing, load nothing but the style sheet, and are kept nowhere. */
final class Pages {
    static final String HTML = "text/html;charset=UTF-8";

    static final String POLICY_FIELD = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private Pages() {}

    /** Whoever reloads what comes then sends no form again. A relative address, RFC 9110, section 10.2.2: no Host is asked. */
    static Response elsewhere(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** For a form that is sent when the session is over: the way to the login is a redirect of the form, CSP 3, section 6.3.1. */
    static String policyWithLogin(String realmOrigin) {
        return POLICY + " " + realmOrigin;
    }

    static Response.ResponseBuilder answer(int status, TemplateInstance page) {
        return Response.status(status)
                .type(HTML)
                .entity(page.render())
                .header("Cache-Control", "no-store")
                .header(POLICY_FIELD, POLICY)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex");
    }
}
