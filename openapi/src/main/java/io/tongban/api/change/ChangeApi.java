package io.tongban.api.change;

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

/** Enrol for insurances, change, pause, resume and end them, and put a worker's name and mobile right. */
@Path("/v1/workers/{workerId}")
@Tag(
        name = "Changes",
        description =
                "Enrol for insurances, change, pause, resume and end them, and put a worker's name and mobile right.")
@Produces(MediaType.APPLICATION_JSON)
public interface ChangeApi {
    @POST
    @Path("/changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeInsurance",
            summary = "Change insurances",
            description =
                    "All of them are accepted or none; each then reaches the province exactly once, in order with the worker's other"
                            + " commands there, and has its own outcome, which a webhook tells. An insurance belongs to the"
                            + " person: what is paused or ended is so for every platform.")
    @APIResponseSchema(
            value = InsuranceChangeList.class,
            responseCode = "202",
            responseDescription = "Accepted, one for each insurance in the order of the request; see `state`.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_WRITE)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,worker-not-registered-there,worker-registration-pending,reference-used,reference-says-nothing,change-not-offered,province-unknown,province-closed,province-queue-full,province-draining,insurance-not-offered,change-in-past,change-month-paid,insurance-paused,insurance-not-paused,insurance-ended,insurance-enrolled,insured-elsewhere,insured-in-other-scheme,base-outside-limits,rule-unknown,retirement-age-reached")
    InsuranceChangeList changeInsurance(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid InsuranceChangeOrder order);

    @POST
    @Path("/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctWorker",
            summary = "Put name or mobile right at a province",
            description =
                    "Reaches the province exactly once, in order with the worker's other commands there. Once it is CONFIRMED the"
                            + " gateway uses what is right for all that follows there.")
    @APIResponseSchema(
            value = InsuranceChange.class,
            responseCode = "202",
            responseDescription = "Accepted; see `state`.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_WRITE)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,worker-not-registered-there,worker-registration-pending,reference-used,reference-says-nothing,change-not-offered,province-unknown,province-closed,province-queue-full,province-draining,name-character-invalid,name-not-representable")
    InsuranceChange correctWorker(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid CorrectionOrder order);

    @GET
    @Path("/changes")
    @Operation(
            operationId = "listChanges",
            summary = "List changes",
            description = "Those that you ordered of this worker, newest first, at most 200.")
    @APIResponseSchema(value = InsuranceChangeList.class, responseCode = "200", responseDescription = "The changes.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_READ)
    @Extension(name = "x-problem-codes", value = "worker-not-found")
    InsuranceChangeList listChanges(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId);

    @GET
    @Path("/changes/{changeId}")
    @Operation(operationId = "readChange", summary = "Read a change", description = "At any time, in any state.")
    @APIResponseSchema(value = InsuranceChange.class, responseCode = "200", responseDescription = "The change.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_READ)
    @Extension(name = "x-problem-codes", value = "worker-not-found,change-not-found")
    InsuranceChange readChange(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId,
            @Parameter(
                            description = "The change.",
                            example = "chg_01kandb7vq5zrp5nh3qj8m2c60",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CHANGE_ID))
                    @PathParam("changeId")
                    String changeId);
}
