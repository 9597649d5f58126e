package io.tongban.api.agency;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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

/** The agency's hand on the way to a province. */
@Path("/v1/admin/provinces")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface ProvinceControlApi {
    @PUT
    @Path("/{code}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeProvinceState",
            summary = "Pause a province, drain it, or let it run again",
            description =
                    "In force within seconds at every node, within ten at the latest; calls that are under way end as they began. DRAINING takes nothing new, payouts and payments at counters included. Nothing that was accepted is lost.")
    @APIResponseSchema(value = ProvinceControl.class, responseCode = "200", responseDescription = "What holds now.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "not-found")
    ProvinceControl changeProvinceState(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The province, first two digits of its GB/T 2260 code.",
                            example = "44",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @PathParam("code")
                    String code,
            @NotNull @Valid ProvinceStateChange change);
}
