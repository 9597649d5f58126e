package io.tongban.api.webhook;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** What an endpoint missed, once more. */
@Path("/v1/webhook-endpoints/{webhookEndpointId}")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
public interface RedeliveryApi {
    @POST
    @Path("/redeliveries")
    @Operation(
            operationId = "redeliverEvents",
            summary = "Fill in an endpoint",
            description =
                    "Sends it all events of its types from a time on, at most 30 days back and 1,000 a call, whether or not it has had them; what is on its way there already is not sent beside itself. Where 10,000 are on their way, none is added.")
    @APIResponseSchema(value = Redelivery.class, responseCode = "202", responseDescription = "On their way.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "webhook-not-found,redelivery-limit,date-invalid,cursor-invalid")
    Redelivery redeliverEvents(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The webhook endpoint.",
                            example = "whe_01kandb7vq5zrp5nh3qj8m2c51",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WEBHOOK_ENDPOINT_ID))
                    @PathParam("webhookEndpointId")
                    String webhookEndpointId,
            @Parameter(
                            description = "From this time on.",
                            example = "2026-11-28T00:00:00Z",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.INSTANT))
                    @QueryParam("since")
                    String since,
            @Parameter(
                            description = "`nextCursor` of the answer before.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CURSOR))
                    @QueryParam("after")
                    @Nullable
                    String after);

    @POST
    @Path("/events/{eventId}")
    @Operation(
            operationId = "redeliverEvent",
            summary = "Send an event again",
            description =
                    "One of the last 30 days, of whatever type, whether or not this endpoint has had it; 0 events where it is on its way there already.")
    @APIResponseSchema(value = Redelivery.class, responseCode = "202", responseDescription = "On its way.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "webhook-not-found,event-not-found,redelivery-limit")
    Redelivery redeliverEvent(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The webhook endpoint.",
                            example = "whe_01kandb7vq5zrp5nh3qj8m2c51",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WEBHOOK_ENDPOINT_ID))
                    @PathParam("webhookEndpointId")
                    String webhookEndpointId,
            @Parameter(
                            description = "The event.",
                            example = "evt_01kandb7vq5zrp5nh3qj8m2c52",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.EVENT_ID))
                    @PathParam("eventId")
                    String eventId);
}
