package io.tongban.api.webhook;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a partner wants to be told of outcomes. */
@Path("/v1/webhook-endpoints")
@Tag(name = "Webhooks", description = "Where a partner wants to be told of outcomes.")
@Produces(MediaType.APPLICATION_JSON)
public interface WebhookApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Add a webhook endpoint",
            description = "At most 10 a partner. Calls are signed with the gateway's key, tag `tongban-webhook`.")
    @APIResponseSchema(
            value = WebhookEndpoint.class,
            responseCode = "201",
            responseDescription = "The endpoint; events from now on are sent there.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "webhook-url-refused,webhook-limit")
    WebhookEndpoint createWebhookEndpoint(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid WebhookEndpointSpec spec);

    @GET
    @Operation(operationId = "listWebhookEndpoints", summary = "List webhook endpoints", description = "All of them.")
    @APIResponseSchema(value = WebhookEndpointList.class, responseCode = "200", responseDescription = "The endpoints.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    WebhookEndpointList listWebhookEndpoints();

    @DELETE
    @Path("/{webhookEndpointId}")
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Delete a webhook endpoint",
            description = "Nothing more is sent there. Deleting again answers 404.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "webhook-not-found")
    void deleteWebhookEndpoint(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The webhook endpoint.",
                            example = "whe_01kandb7vq5zrp5nh3qj8m2c51",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WEBHOOK_ENDPOINT_ID))
                    @PathParam("webhookEndpointId")
                    String webhookEndpointId);
}
