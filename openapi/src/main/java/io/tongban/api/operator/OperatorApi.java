package io.tongban.api.operator;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** A bank's own people at its counters. */
@Path("/v1/operators")
@Tag(name = "Operators", description = "A bank's own people at its counters.")
@Produces(MediaType.APPLICATION_JSON)
public interface OperatorApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerOperator",
            summary = "Register an operator",
            description = "By the staff number of your bank; who that is, only your bank knows.")
    @APIResponseSchema(value = Operator.class, responseCode = "201", responseDescription = "The operator, active.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.COUNTERS_MANAGE)
    @Extension(name = "x-problem-codes", value = "operator-exists,keys-invalid,operator-key-used")
    Operator registerOperator(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid OperatorRegistration registration);

    @GET
    @Path("/{staffNumber}")
    @Operation(operationId = "readOperator", summary = "Read an operator", description = "Only your own are seen.")
    @APIResponseSchema(value = Operator.class, responseCode = "200", responseDescription = "The operator.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.COUNTERS_MANAGE)
    @Extension(name = "x-problem-codes", value = "operator-not-found")
    Operator readOperator(
            @Parameter(
                            description = "The operator.",
                            example = "T1001",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.SEGMENT))
                    @PathParam("staffNumber")
                    String staffNumber);

    @PUT
    @Path("/{staffNumber}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeOperator",
            summary = "Change an operator",
            description = "In force with the next request, at every node.")
    @APIResponseSchema(value = Operator.class, responseCode = "200", responseDescription = "The operator.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.COUNTERS_MANAGE)
    @Extension(name = "x-problem-codes", value = "operator-not-found,keys-invalid,operator-key-used")
    Operator changeOperator(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The operator.",
                            example = "T1001",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.SEGMENT))
                    @PathParam("staffNumber")
                    String staffNumber,
            @NotNull @Valid OperatorChange change);
}
