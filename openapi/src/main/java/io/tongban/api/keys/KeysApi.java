package io.tongban.api.keys;

import io.tongban.api.Patterns;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public keys. Not signed by the caller, no token. */
@Path("/.well-known")
@Tag(name = "Keys", description = "Public keys. Not signed by the caller, no token.")
@Produces(MediaType.APPLICATION_JSON)
public interface KeysApi {
    @GET
    @Path("/jwks.json")
    @Operation(
            operationId = "readGatewayKeys",
            summary = "The gateway's keys",
            description =
                    "With overlap on rotation: a key is published before it signs, and for three years after, as long as receipts are kept. Keep them for `max-age`.")
    @APIResponseSchema(value = KeySet.class, responseCode = "200", responseDescription = "JWK Set.")
    KeySet readGatewayKeys();

    @GET
    @Path("/partners/{clientId}/jwks.json")
    @Operation(
            operationId = "readPartnerKeys",
            summary = "A partner's keys",
            description =
                    "The partner register's public keys; the realm reads them here, so one rotation serves token and signature.")
    @APIResponseSchema(value = KeySet.class, responseCode = "200", responseDescription = "JWK Set.")
    @Extension(name = "x-problem-codes", value = "not-found")
    KeySet readPartnerKeys(
            @Parameter(
                            description = "The partner.",
                            example = "fengsong-delivery",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CLIENT_ID))
                    @PathParam("clientId")
                    String clientId);
}
