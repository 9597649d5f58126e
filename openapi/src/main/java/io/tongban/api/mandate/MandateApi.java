package io.tongban.api.mandate;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Create, read and revoke mandates. */
@Path("/v1/mandates")
@Tag(name = "Mandates", description = "Create, read and revoke mandates.")
@Produces(MediaType.APPLICATION_JSON)
public interface MandateApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createMandate",
            summary = "Record a mandate",
            description = "Without a mandate that covers it, nothing is withheld.")
    @APIResponseSchema(
            value = Mandate.class,
            responseCode = "201",
            responseDescription = "The mandate is in force for its months.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.MANDATES_WRITE)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,province-unknown,province-closed,mandate-period-invalid,mandate-signed-too-long-ago,mandate-cap-too-high,reference-says-nothing,worker-not-registered-there,insurance-not-offered,reference-used")
    Mandate createMandate(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey, @NotNull @Valid MandateGrant grant);

    @GET
    @Path("/{mandateId}")
    @Operation(operationId = "readMandate", summary = "Read a mandate", description = "As the gateway keeps it.")
    @APIResponseSchema(value = Mandate.class, responseCode = "200", responseDescription = "The mandate.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.MANDATES_READ)
    @Extension(name = "x-problem-codes", value = "mandate-not-found")
    Mandate readMandate(
            @Parameter(
                            description = "The mandate.",
                            example = "mdt_01kandb7vq5zrp5nh3qj8m2c4z",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.MANDATE_ID))
                    @PathParam("mandateId")
                    String mandateId);

    @POST
    @Path("/{mandateId}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revokeMandate",
            summary = "Revoke a mandate",
            description =
                    "At once and for good. Withholdings accepted before stay accepted. What is held back of payouts for "
                            + "months not yet closed goes back to the worker; months that are closed stay.")
    @APIResponseSchema(value = Mandate.class, responseCode = "200", responseDescription = "The mandate, revoked.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.MANDATES_WRITE)
    @Extension(name = "x-problem-codes", value = "mandate-not-found,mandate-revoked,mandate-revocation-invalid")
    Mandate revokeMandate(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The mandate.",
                            example = "mdt_01kandb7vq5zrp5nh3qj8m2c4z",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.MANDATE_ID))
                    @PathParam("mandateId")
                    String mandateId,
            @NotNull @Valid MandateRevocation revocation);
}
