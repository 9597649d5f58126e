package io.tongban.api.payout;

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

/** Report payouts, and be told what to hold back of each. */
@Path("/v1/payouts")
@Tag(name = "Payouts", description = "Report payouts, and be told what to hold back of each.")
@Produces(MediaType.APPLICATION_JSON)
public interface PayoutApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportPayouts",
            summary = "Report payouts",
            description =
                    "Each payout counts once, by its reference. The answer says how much to hold back of each, by the worker's mandate and by what is still due. The month of an insurance belongs to the worker, whoever pays out: after the province's cut-off exactly one contribution goes there, or everything goes back. A platform that was offline reports with `heldUnder` what it held back by an instruction: such a payout counts also late, and the answer says what goes back.")
    @APIResponseSchema(
            value = PayoutList.class,
            responseCode = "201",
            responseDescription = "All of them count; hold back what is said.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_WITHHOLD)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,mandate-not-found,mandate-revoked,mandate-out-of-bounds,mandate-of-another-worker,mandate-not-covering,mandate-not-for-payouts,worker-not-registered-there,worker-registration-pending,insurance-not-offered,insurance-paused,insurance-ended,insurance-not-applicable,province-closed,province-draining,date-invalid,date-before-rules,rule-unknown,base-outside-limits,income-implausible,payout-in-future,payout-already-reported,payout-month-closed,period-already-withheld,worker-limit-reached,instruction-not-found,instruction-not-covering")
    PayoutList reportPayouts(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey, @NotNull @Valid PayoutReport report);

    @GET
    @Path("/{payoutId}")
    @Operation(
            operationId = "readPayout",
            summary = "Read a payout",
            description = "At any time, with what has become of each of its parts.")
    @APIResponseSchema(value = Payout.class, responseCode = "200", responseDescription = "The payout.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "payout-not-found")
    Payout readPayout(
            @Parameter(
                            description = "The payout.",
                            example = "pyo_01kandb7vq5zrp5nh3qj8m2c53",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PAYOUT_ID))
                    @PathParam("payoutId")
                    String payoutId);

    @POST
    @Path("/instructions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForInstruction",
            summary = "Ask for a withholding instruction",
            description =
                    "For a platform that pays out while it is offline: how much to hold back of the payouts of one worker until the next cut-off, signed. It says what the mandate leaves to this platform, and nothing of anybody else. Ask again for the next month. Within a month report first, then ask again: a later one knows what was reported; deduct what is held and unreported.")
    @APIResponseSchema(
            value = WithholdingInstruction.class,
            responseCode = "201",
            responseDescription = "Keep it, apply it, and report what you held.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_WITHHOLD)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,mandate-not-found,mandate-revoked,mandate-out-of-bounds,mandate-of-another-worker,mandate-not-covering,mandate-not-for-payouts,worker-not-registered-there,worker-registration-pending,insurance-not-offered,insurance-paused,insurance-ended,insurance-not-applicable,province-closed,province-draining,date-before-rules,rule-unknown,base-outside-limits,payout-month-closed,period-already-withheld,worker-limit-reached")
    WithholdingInstruction askForInstruction(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid InstructionRequest asked);

    @GET
    @Path("/{payoutId}/receipt")
    @Operation(
            operationId = "readPayoutReceipt",
            summary = "Read a payout's receipt",
            description =
                    "Signed: what was held back of the payout, what became of it, and what goes back. Changes as the parts do.")
    @APIResponseSchema(value = PayoutReceipt.class, responseCode = "200", responseDescription = "The receipt.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "payout-not-found")
    PayoutReceipt readPayoutReceipt(
            @Parameter(
                            description = "The payout.",
                            example = "pyo_01kandb7vq5zrp5nh3qj8m2c53",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PAYOUT_ID))
                    @PathParam("payoutId")
                    String payoutId);

    @GET
    @Operation(
            operationId = "listPayouts",
            summary = "List payouts",
            description = "Newest first, in pages. Each filter narrows.")
    @APIResponseSchema(value = PayoutPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    PayoutPage listPayouts(
            @Parameter(
                            description = "Only this worker.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @QueryParam("workerId")
                    @Nullable
                    String workerId,
            @Parameter(
                            description = "Only the one with this reference of yours.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.REFERENCE))
                    @QueryParam("partnerReference")
                    @Nullable
                    String partnerReference,
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
}
