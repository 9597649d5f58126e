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

/** What rules of risk kept back at counters. */
@Path("/v1/admin/risk-cases")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface RiskApi {
    @GET
    @Operation(
            operationId = "listRiskCases",
            summary = "List what rules kept back",
            description = "Newest first, in pages.")
    @APIResponseSchema(value = RiskCasePage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    RiskCasePage listRiskCases(
            @Parameter(description = "Only this state.") @QueryParam("state") @Nullable RiskCaseState state,
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

    @POST
    @Path("/{caseId}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideRiskCase",
            summary = "Decide a case",
            description =
                    "Once and for good. After an approval the bank asks again in the same words, and it happens once; after a rejection it is held again.")
    @APIResponseSchema(value = RiskCase.class, responseCode = "200", responseDescription = "The case, decided.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "risk-case-not-found,risk-case-decided")
    RiskCase decideRiskCase(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The case.",
                            example = "rsk_01kandb7vq5zrp5nh3qj8m2c81",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CASE_ID))
                    @PathParam("caseId")
                    String caseId,
            @NotNull @Valid RiskDecision decision);
}
