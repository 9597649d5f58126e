package io.tongban.api.certification;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** The agency's word on certified programs; under its own path, which the realm's policies guard. */
@Path("/v1/admin/certifications")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface CertificationApprovalApi {
    @POST
    @Path("/{certificationId}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveCertification",
            summary = "Approve a certification for a province",
            description =
                    "Of any partner's run but your own that ended with all cases passed, in the version of the suite and of the contract that hold now. It counts for a year, unless the gateway is set otherwise, and the partner is told of it; for the same province again, it says the same and nothing happens. It opens no scope by itself.")
    @APIResponseSchema(value = CertificationApproval.class, responseCode = "201", responseDescription = "It counts.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(
            name = "x-problem-codes",
            value =
                    "certification-not-found,certification-own,certification-not-ended,certification-not-passed,certification-superseded,certification-expired,certification-report-altered,province-unknown")
    CertificationApproval approveCertification(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The run.",
                            example = "crt_01kandb7vq5zrp5nh3qj8m2c5c",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CERTIFICATION_ID))
                    @PathParam("certificationId")
                    String certificationId,
            @NotNull @Valid CertificationApprovalOrder order);
}
