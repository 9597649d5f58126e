package io.tongban.api.approval;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
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

/** What waits at a bank's counters for a second person, and the proof of what two have signed. */
@Path("/v1/approvals")
@Tag(
        name = "Approvals",
        description = "What waits at a bank's counters for a second person, and the proof of what two have signed.")
@Produces(MediaType.APPLICATION_JSON)
public interface ApprovalApi {
    @GET
    @Operation(
            operationId = "listApprovals",
            summary = "List your approvals",
            description = "Newest first, in pages; PENDING is what waits for a second person.")
    @APIResponseSchema(value = ApprovalPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    ApprovalPage listApprovals(
            @Parameter(description = "Only this state.") @QueryParam("state") @Nullable ApprovalState state,
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
    @Path("/{approvalId}")
    @Operation(operationId = "readApproval", summary = "Read an approval", description = "Only your own are seen.")
    @APIResponseSchema(value = Approval.class, responseCode = "200", responseDescription = "The approval.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "approval-not-found")
    Approval readApproval(
            @Parameter(
                            description = "The approval.",
                            example = "apv_01kandb7vq5zrp5nh3qj8m2c90",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.APPROVAL_ID))
                    @PathParam("approvalId")
                    String approvalId);

    @GET
    @Path("/{approvalId}/proof")
    @Operation(
            operationId = "readApprovalProof",
            summary = "Read the proof of an approval",
            description =
                    "The message as it was signed, with the signatures and their public keys: whoever trusts the keys verifies it without the gateway. While it is pending, it is what the checker has to see and to sign.")
    @APIResponseSchema(value = ApprovalProof.class, responseCode = "200", responseDescription = "The proof.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "approval-not-found")
    ApprovalProof readApprovalProof(
            @Parameter(
                            description = "The approval.",
                            example = "apv_01kandb7vq5zrp5nh3qj8m2c90",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.APPROVAL_ID))
                    @PathParam("approvalId")
                    String approvalId);

    @POST
    @Path("/{approvalId}/withdrawal")
    @Operation(
            operationId = "withdrawApproval",
            summary = "Withdraw what is pending",
            description = "Nothing happened, and nothing will; it can be asked for anew.")
    @APIResponseSchema(value = Approval.class, responseCode = "200", responseDescription = "The approval, withdrawn.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_WITHHOLD)
    @Extension(name = "x-problem-codes", value = "approval-not-found,approval-expired,approval-closed")
    Approval withdrawApproval(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The approval.",
                            example = "apv_01kandb7vq5zrp5nh3qj8m2c90",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.APPROVAL_ID))
                    @PathParam("approvalId")
                    String approvalId);
}
