package io.tongban.api.agency;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** What only the agency does. */
@Path("/v1/admin")
@Tag(name = "Agency", description = "What only the agency does.")
@Produces(MediaType.APPLICATION_JSON)
public interface AgencyApi {
    @POST
    @Path("/partners")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerPartner",
            summary = "Register a partner",
            description = "The client itself is made in the realm.")
    @APIResponseSchema(value = Partner.class, responseCode = "201", responseDescription = "The partner.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "partner-exists,keys-invalid,credit-code-checksum")
    Partner registerPartner(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid PartnerRegistration registration);

    @GET
    @Path("/partners")
    @Operation(operationId = "listPartners", summary = "List partners", description = "By client id.")
    @APIResponseSchema(value = PartnerList.class, responseCode = "200", responseDescription = "All partners.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    PartnerList listPartners();

    @GET
    @Path("/partners/{clientId}")
    @Operation(operationId = "readPartner", summary = "Read a partner", description = "With the ids of its keys.")
    @APIResponseSchema(value = Partner.class, responseCode = "200", responseDescription = "The partner.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "not-found")
    Partner readPartner(
            @Parameter(
                            description = "The partner.",
                            example = "fengsong-delivery",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CLIENT_ID))
                    @PathParam("clientId")
                    String clientId);

    @PUT
    @Path("/partners/{clientId}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replacePartnerKeys",
            summary = "Replace a partner's keys",
            description =
                    "In force within seconds at every node. An agency's own keys keep the one that signs the request, unchanged.")
    @APIResponseSchema(value = Partner.class, responseCode = "200", responseDescription = "The partner.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "not-found,keys-invalid,agency-signing-key-removed")
    Partner replacePartnerKeys(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The partner.",
                            example = "fengsong-delivery",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CLIENT_ID))
                    @PathParam("clientId")
                    String clientId,
            @NotNull @Valid PartnerKeys keys);

    @PUT
    @Path("/partners/{clientId}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePartnerState",
            summary = "Suspend a partner, or let it in again",
            description = "In force within seconds at every node.")
    @APIResponseSchema(value = Partner.class, responseCode = "200", responseDescription = "The partner.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "not-found,agency-self-suspension,agency-last-active")
    Partner changePartnerState(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The partner.",
                            example = "fengsong-delivery",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CLIENT_ID))
                    @PathParam("clientId")
                    String clientId,
            @NotNull @Valid PartnerStateChange change);

    @POST
    @Path("/gateway-keys")
    @Operation(
            operationId = "rotateGatewayKey",
            summary = "Rotate the gateway's signing key",
            description =
                    "The new key is published at once and signs after the overlap; the old one stays published as long as receipts signed with it are kept.")
    @APIResponseSchema(value = GatewayKey.class, responseCode = "201", responseDescription = "The new key.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    GatewayKey rotateGatewayKey(@HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey);

    @GET
    @Path("/alerts")
    @Operation(
            operationId = "listPartnerAlerts",
            summary = "List alerts about partners",
            description = "Who asked for more of people's data than its work can need, and was refused. Newest first.")
    @APIResponseSchema(value = PartnerAlertList.class, responseCode = "200", responseDescription = "The last alerts.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    PartnerAlertList listPartnerAlerts();

    @GET
    @Path("/audit/verification")
    @Operation(
            operationId = "verifyAudit",
            summary = "Verify the audit log",
            description = "Walks the whole hash chain.")
    @APIResponseSchema(value = AuditVerification.class, responseCode = "200", responseDescription = "What was found.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    AuditVerification verifyAudit();
}
