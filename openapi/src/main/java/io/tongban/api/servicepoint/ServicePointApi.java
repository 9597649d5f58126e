package io.tongban.api.servicepoint;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** Where workers are served by people. */
@Path("/v1/service-points")
@Tag(name = "Service points", description = "Where workers are served by people.")
@Produces(MediaType.APPLICATION_JSON)
public interface ServicePointApi {
    @GET
    @Operation(
            operationId = "findServicePoints",
            summary = "Find the nearest open service points",
            description =
                    "Branches and terminals of all banks and agencies that are open at a time, nearest first. Public holidays are not known.")
    @APIResponseSchema(
            value = ServicePointList.class,
            responseCode = "200",
            responseDescription = "The nearest; none where there is none.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "date-invalid")
    ServicePointList findServicePoints(
            @Parameter(
                            description = "Latitude and longitude in degrees (WGS 84), with at most five decimals.",
                            example = "23.12911,113.26436",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.POSITION))
                    @QueryParam("near")
                    String near,
            @Parameter(description = "Only where this is done.") @QueryParam("service") @Nullable PointService service,
            @Parameter(
                            description = "Only what is open then; now when absent.",
                            example = "2026-12-01T02:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.INSTANT))
                    @QueryParam("openAt")
                    @Nullable
                    String openAt,
            @Parameter(
                            description = "How many at most, 1 to 50; 5 when absent.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50"))
                    @QueryParam("limit")
                    @Nullable
                    Integer limit);
}
