package io.tongban.api.advice;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/** Which insurances fit a worker, and why. */
@Path("/v1/advice")
@Tag(name = "Advice", description = "Which insurances fit a worker, and why.")
@Produces(MediaType.APPLICATION_JSON)
public interface AdviceApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "advise",
            summary = "Ask which insurances fit",
            description =
                    "Says by the rules which insurances fit a person and why, in words that a worker can read. It is advice: nothing is stored, nobody is enrolled by it, and the choice is the worker's. A read, although it is a POST, so it takes no Idempotency-Key. The same question with the answer's `asOf` and `knownAt` has the same answer for ever.")
    @APIResponseSchema(value = Advice.class, responseCode = "200", responseDescription = "The advice.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(
            name = "x-problem-codes",
            value =
                    "province-unknown,date-invalid,date-before-rules,knowledge-in-future,rule-unknown,income-implausible,birth-month-implausible")
    Advice advise(
            @Parameter(
                            description =
                                    "Day whose rules count, at most ten years after today; today, by the calendar of Shanghai, when absent.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(
                            description = "Day on which those rules were known; today when absent, and never later.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt,
            @NotNull @Valid AdviceRequest request);
}
