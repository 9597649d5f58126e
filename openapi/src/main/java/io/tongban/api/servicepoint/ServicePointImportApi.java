package io.tongban.api.servicepoint;

import io.tongban.api.Headers;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The agency's hand on the register of service points. */
@Path("/v1/admin/service-points")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface ServicePointImportApi {
    @POST
    @Path("/imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importServicePoints",
            summary = "Import service points",
            description =
                    "Each row is taken or refused by itself, and the answer says which. A point that is known by its reference is changed; what the file does not name stays. In force within two seconds at every node.")
    @APIResponseSchema(
            value = ServicePointImport.class,
            responseCode = "200",
            responseDescription = "What became of each row.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "service-point-owner,csv-head")
    ServicePointImport importServicePoints(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid ServicePointFile file);
}
