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

/** What a person at the agency has to settle, because no system can. */
@Path("/v1/admin/review-tasks")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface ReviewApi {
    @GET
    @Operation(
            operationId = "listReviewTasks",
            summary = "List review tasks",
            description = "Oldest first, in pages. Each filter narrows.")
    @APIResponseSchema(value = ReviewTaskPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    ReviewTaskPage listReviewTasks(
            @Parameter(
                            description = "Only this province.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @QueryParam("province")
                    @Nullable
                    String province,
            @Parameter(description = "Only this state.") @QueryParam("state") @Nullable TaskState state,
            @Parameter(
                            description = "`nextCursor` of the page before.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CURSOR))
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
    @Path("/{taskId}")
    @Operation(
            operationId = "readReviewTask",
            summary = "Read a review task",
            description = "At any time, in any state.")
    @APIResponseSchema(value = ReviewTask.class, responseCode = "200", responseDescription = "The task.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "task-not-found")
    ReviewTask readReviewTask(
            @Parameter(
                            description = "The task.",
                            example = "tsk_01kandb7vq5zrp5nh3qj8m2c53",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.TASK_ID))
                    @PathParam("taskId")
                    String taskId);

    @POST
    @Path("/{taskId}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resolveReviewTask",
            summary = "Settle a review task",
            description =
                    "Once and for good: the subject gets its outcome and the partner is told, or it is sent again. What the province says later is compared with it, and opens a new task if it contradicts.")
    @APIResponseSchema(value = ReviewTask.class, responseCode = "200", responseDescription = "The task, settled.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "task-not-found,task-settled,resolution-invalid")
    ReviewTask resolveReviewTask(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The task.",
                            example = "tsk_01kandb7vq5zrp5nh3qj8m2c53",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.TASK_ID))
                    @PathParam("taskId")
                    String taskId,
            @NotNull @Valid TaskResolution settlement);
}
