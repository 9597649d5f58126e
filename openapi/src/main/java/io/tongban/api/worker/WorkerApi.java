package io.tongban.api.worker;

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

/** Register, read and find workers. */
@Path("/v1/workers")
@Tag(name = "Workers", description = "Register, read and find workers.")
@Produces(MediaType.APPLICATION_JSON)
public interface WorkerApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerWorker",
            summary = "Register a worker",
            description =
                    "Stores the worker and sends the registration to the province. The enrolment starts PENDING and ends ENROLLED or REFUSED; a webhook tells when."
                            + " A second province is the same call again. A registration that was refused is repeated, or put right, by the same call under a new Idempotency-Key: with corrected name, mobile or citizen number under the same partnerReference, or under a new one. The worker's id stays, the enrolment is a new one.")
    @APIResponseSchema(
            value = Worker.class,
            responseCode = "201",
            responseDescription = "The worker is stored; the enrolment is on its way to the province.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_WRITE)
    @Extension(
            name = "x-problem-codes",
            value =
                    "citizen-number-checksum,citizen-number-region,citizen-number-birth-date,name-character-invalid,reference-says-nothing,name-not-representable,province-unknown,province-closed,province-queue-full,province-draining,insurance-not-offered,change-not-offered,change-in-past,insurance-paused,insurance-enrolled,insured-elsewhere,insured-in-other-scheme,base-outside-limits,base-needed,grade-unknown,grade-and-base,rule-unknown,date-before-rules,retirement-age-reached,worker-exists,identity-attempts-exceeded,reference-used")
    Worker registerWorker(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid WorkerRegistration registration);

    @GET
    @Path("/{workerId}")
    @Operation(operationId = "readWorker", summary = "Read a worker", description = "Personal data appear masked.")
    @APIResponseSchema(value = Worker.class, responseCode = "200", responseDescription = "The worker.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_READ)
    @Extension(name = "x-problem-codes", value = "worker-not-found")
    Worker readWorker(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId);

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "findWorker",
            summary = "Find a worker by citizen number",
            description =
                    "A read, although it is a POST: a citizen number must not stand in a URL. Takes no Idempotency-Key.")
    @APIResponseSchema(
            value = Worker.class,
            responseCode = "200",
            responseDescription = "The worker with this citizen number.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_READ)
    @Extension(name = "x-problem-codes", value = "worker-not-found")
    Worker findWorker(@NotNull @Valid WorkerSearch search);
}
