package io.tongban.api.cover;

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

/** What a worker is covered for, day by day, by the rules. */
@Path("/v1/workers/{workerId}/cover")
@Tag(name = "Cover", description = "What a worker is covered for, day by day, by the rules.")
@Produces(MediaType.APPLICATION_JSON)
public interface CoverApi {
    @GET
    @Operation(
            operationId = "readCover",
            summary = "Read a worker's cover over a time",
            description =
                    "From the months that provinces confirmed to the gateway and the rules as they are known today; no province is asked. Days to come are as if nothing more were paid.")
    @APIResponseSchema(value = WorkerCover.class, responseCode = "200", responseDescription = "The cover.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "date-invalid,looks-exceeded,worker-not-found")
    WorkerCover readCover(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId,
            @Parameter(
                            description =
                                    "First day, at most ten years before today; when absent, the first of the month eleven months before that of `to`.",
                            example = "2025-12-01",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "Last day, at most two years after the first one and one year after today; the last of this month when absent.",
                            example = "2026-11-30",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("to")
                    @Nullable
                    String to);
}
