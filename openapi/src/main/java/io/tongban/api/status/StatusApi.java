package io.tongban.api.status;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a worker is insured for, and through which month. */
@Path("/v1/workers/{workerId}/status")
@Tag(name = "Status", description = "What a worker is insured for, and through which month.")
@Produces(MediaType.APPLICATION_JSON)
public interface StatusApi {
    @GET
    @Operation(
            operationId = "readStatus",
            summary = "Query the status of a worker",
            description =
                    "Asks each province of the worker, for at most 3 seconds; where one does not answer, `source` is GATEWAY.")
    @APIResponseSchema(value = WorkerStatus.class, responseCode = "200", responseDescription = "The status.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "looks-exceeded,worker-not-found")
    WorkerStatus readStatus(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId);
}
