package io.tongban.api.requestlog;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.ws.rs.GET;
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

/** See what happened to your own requests. */
@Path("/v1/request-log")
@Tag(name = "Request log", description = "See what happened to your own requests.")
@Produces(MediaType.APPLICATION_JSON)
public interface RequestLogApi {
    @GET
    @Operation(
            operationId = "listRequests",
            summary = "List your requests",
            description =
                    "Of the last 30 days, newest first, a few seconds after they were answered: requests that came with a right token of yours, also those whose signature was refused. Of a partner that sends very many, each minute's first ones, and refused ones beside.")
    @APIResponseSchema(value = RequestLogPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    RequestLogPage listRequests(
            @Parameter(
                            description = "Only the one with this trace id, as a problem names it.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.TRACE_ID))
                    @QueryParam("traceId")
                    @Nullable
                    String traceId,
            @Parameter(
                            description = "Only those about this thing.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.SUBJECT_ID))
                    @QueryParam("subjectId")
                    @Nullable
                    String subjectId,
            @Parameter(
                            description = "`nextCursor` of the page before: the id that it ended with.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.REQUEST_ID))
                    @QueryParam("cursor")
                    @Nullable
                    String cursor,
            @Parameter(
                            description = "Page size, 1 to 200; 50 when absent.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    @QueryParam("limit")
                    @Nullable
                    Integer limit);

    @GET
    @Path("/{requestId}")
    @Operation(
            operationId = "readRequest",
            summary = "Read one of your requests",
            description = "With the signature base that the gateway computed, where the signature was refused.")
    @APIResponseSchema(value = LoggedRequest.class, responseCode = "200", responseDescription = "The request.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "request-not-found")
    LoggedRequest readRequest(
            @Parameter(
                            description = "The request.",
                            example = "req_01kandb7vq5zrp5nh3qj8m2c53",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.REQUEST_ID))
                    @PathParam("requestId")
                    String requestId);
}
