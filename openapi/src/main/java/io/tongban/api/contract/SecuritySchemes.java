package io.tongban.api.contract;

import io.tongban.api.Scopes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Token and message signature; an operation with a scope needs both, one without is open. */
final class SecuritySchemes {
    private static final Map<String, String> SCOPES = new TreeMap<>(Map.of(
            Scopes.WORKERS_WRITE, "Register workers.",
            Scopes.WORKERS_READ, "Read and find own workers.",
            Scopes.MANDATES_WRITE, "Record and revoke mandates.",
            Scopes.MANDATES_READ, "Read own mandates.",
            Scopes.CONTRIBUTIONS_WITHHOLD, "Withhold contributions under a mandate.",
            Scopes.CONTRIBUTIONS_READ, "Read own withholdings and receipts.",
            Scopes.STATUS_READ, "Query what a worker is insured for.",
            Scopes.WEBHOOKS_MANAGE, "Manage own webhook endpoints.",
            Scopes.COUNTERS_MANAGE, "Manage a bank's own operators and its days.",
            Scopes.AGENCY_ADMIN, "Run the gateway; with the realm role agency-operator."));

    private SecuritySchemes() {}

    static void write(OpenAPI api) {
        OAuthFlow flow = OASFactory.createOAuthFlow()
                .tokenUrl("http://127.0.0.1:8180/realms/tongban/protocol/openid-connect/token")
                .scopes(SCOPES);
        api.getComponents()
                .addSecurityScheme(
                        "oauth2",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description(
                                        "Client credentials with private_key_jwt (RFC 7523); the key is the one that signs requests.")
                                .flows(OASFactory.createOAuthFlows().clientCredentials(flow)))
                .addSecurityScheme(
                        "messageSignature",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("Signature")
                                .description(
                                        "RFC 9421 after the FAPI 2.0 HTTP Signatures draft, tag fapi-2-request; see SIGNING.md."));
    }

    static void complete(Operation operation) {
        List<SecurityRequirement> scanned = operation.getSecurity();
        if (scanned == null || scanned.isEmpty()) {
            operation.setSecurity(List.of());
        } else {
            scanned.get(0).addScheme("messageSignature");
        }
    }

    static boolean isOpen(Operation operation) {
        return operation.getSecurity() == null || operation.getSecurity().isEmpty();
    }
}
