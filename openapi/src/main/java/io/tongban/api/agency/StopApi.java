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

/** The agency's kill switch. */
@Path("/v1/admin/stops")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface StopApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeStop",
            summary = "Stop a partner, a point, an operator or an operation",
            description =
                    "Two seconds later no node accepts anything new from it, nor shows it anything; an operation that is stopped does neither for anyone. What was accepted before goes its way. What is stopped already stays so, under the first reason. What the agency itself asks for is never stopped.")
    @APIResponseSchema(value = Stop.class, responseCode = "201", responseDescription = "It holds.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    Stop placeStop(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey, @NotNull @Valid StopOrder order);

    @GET
    @Operation(
            operationId = "listStops",
            summary = "List what is stopped",
            description = "All that is stopped now, oldest first.")
    @APIResponseSchema(value = StopList.class, responseCode = "200", responseDescription = "What holds.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    StopList listStops();

    @POST
    @Path("/{stopId}/release")
    @Operation(
            operationId = "releaseStop",
            summary = "Let go what was stopped",
            description = "Two seconds later every node lets it pass again. Again and again it says the same.")
    @APIResponseSchema(value = Stop.class, responseCode = "200", responseDescription = "It holds no more.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "stop-not-found")
    Stop releaseStop(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The stop.",
                            example = "stp_01kandb7vq5zrp5nh3qj8m2c71",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.STOP_ID))
                    @PathParam("stopId")
                    String stopId);
}
