package io.tongban.api.subsidy;

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

/** What platforms refund of contributions, and the proof that a month was paid. */
@Path("/v1/workers/{workerId}")
@Tag(name = "Subsidies", description = "What platforms refund of contributions, and the proof that a month was paid.")
@Produces(MediaType.APPLICATION_JSON)
public interface SubsidyApi {
    @POST
    @Path("/contribution-proofs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proveContribution",
            summary = "Prove that a month is paid",
            description =
                    "In whichever province, through whomever; who paid it and how much is not said. The worker has to have consented, and one of your enrolments of the worker has to be ENROLLED: a province has said then that it is this person. Each look is noted, also one that finds nothing. What was paid past the gateway is known once a status or a refusal has said so.")
    @APIResponseSchema(value = ContributionProof.class, responseCode = "200", responseDescription = "It is paid.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,worker-not-registered-there,worker-registration-pending,reference-says-nothing,contribution-not-confirmed")
    ContributionProof proveContribution(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId,
            @NotNull @Valid ProofRequest request);

    @POST
    @Path("/subsidy-claims")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "claimSubsidy",
            summary = "Claim a subsidy for a worker",
            description =
                    "By the rule that is cited: a share of the contribution on the lowest base of the work place, where the income reached that base in the month and in as many of the last months as the rule says. The month may be paid in any province and through anybody; the proof comes with the claim. The gateway computes and keeps the claim; the platform pays. A month of an insurance is claimed once by each platform.")
    @APIResponseSchema(value = SubsidyClaim.class, responseCode = "201", responseDescription = "The worker is due it.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_WRITE)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,worker-not-registered-there,worker-registration-pending,reference-used,reference-says-nothing,contribution-not-confirmed,income-below-floor,subsidy-already-claimed,rule-unknown,date-before-rules,insurance-not-applicable")
    SubsidyClaim claimSubsidy(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid SubsidyClaimOrder order);

    @GET
    @Path("/subsidy-claims")
    @Operation(
            operationId = "listSubsidyClaims",
            summary = "List subsidy claims",
            description = "Those that you made for this worker, newest first, at most 200.")
    @APIResponseSchema(value = SubsidyClaimList.class, responseCode = "200", responseDescription = "The claims.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "worker-not-found")
    SubsidyClaimList listSubsidyClaims(
            @Parameter(
                            description = "The worker.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @PathParam("workerId")
                    String workerId);
}
