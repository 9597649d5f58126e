package io.tongban.api.payment;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import io.tongban.api.approval.Approval;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What workers pay at a counter, in cash or by card. */
@Path("/v1/counter-payments")
@Tag(name = "Counter payments", description = "What workers pay at a counter, in cash or by card.")
@Produces(MediaType.APPLICATION_JSON)
public interface CounterPaymentApi {
    @GET
    @Path("/due")
    @Operation(
            operationId = "readCounterDue",
            summary = "Read what a worker can pay now",
            description =
                    "What is left of the months whose cut-off comes next, whoever has paid of them. Asked from a counter only.")
    @APIResponseSchema(value = PaymentDue.class, responseCode = "200", responseDescription = "What is owed.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,mandate-not-found,mandate-revoked,mandate-out-of-bounds,mandate-of-another-worker,mandate-not-covering,mandate-not-for-payouts,worker-not-registered-there,worker-registration-pending,insurance-not-offered,insurance-not-applicable,province-closed,province-draining,date-invalid,date-before-rules,rule-unknown,base-outside-limits,payout-month-closed,counter-context-missing")
    PaymentDue readCounterDue(
            @Parameter(
                            description = "Who would pay.",
                            example = "wkr_01kandb7vq5zrp5nh3qj8m2c4x",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WORKER_ID))
                    @QueryParam("workerId")
                    String workerId,
            @Parameter(
                            description = "Under which mandate.",
                            example = "mdt_01kandb7vq5zrp5nh3qj8m2c4z",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.MANDATE_ID))
                    @QueryParam("mandateId")
                    String mandateId);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "payAtCounter",
            summary = "Take a payment at a counter",
            description =
                    "The bank pays in for the worker, who is the debtor. The amount is what is owed and nothing else. It goes into the worker's month beside what platforms hold back; after the cut-off exactly one contribution goes to the province. Where a rule asks for a second person, the operator signs beside your program (label `maker`), and nothing happens yet (202). The same request once more, with the maker's signature as it was and one of a supervisor over both (label `checker`), is the payment.")
    @APIResponseSchema(value = CounterPayment.class, responseCode = "201", responseDescription = "Taken; it counts.")
    @APIResponse(
            responseCode = "202",
            description = "Nothing was taken: a second person must sign first.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Approval.class)))
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_WITHHOLD)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,mandate-not-found,mandate-revoked,mandate-out-of-bounds,mandate-of-another-worker,mandate-not-covering,mandate-not-for-payouts,worker-not-registered-there,worker-registration-pending,insurance-not-offered,insurance-not-applicable,province-closed,province-draining,date-invalid,date-before-rules,rule-unknown,base-outside-limits,payout-month-closed,counter-context-missing,reference-used,period-already-withheld,counter-month-complete,counter-amount-differs,credit-code-missing,income-implausible,risk-held,risk-refused,second-person-required,maker-differs,second-person-same,second-person-foreign,second-person-role,second-person-suspended,second-person-not-at-point,approval-pending,approval-not-found,approval-content-changed,approval-expired,approval-closed")
    CounterPayment payAtCounter(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid CounterPaymentOrder order);

    @GET
    @Operation(
            operationId = "findCounterPayments",
            summary = "Find a payment by your own reference",
            description =
                    "For whoever does not know whether a payment was taken: one that is not listed was not. At most one, and only your own.")
    @APIResponseSchema(
            value = CounterPaymentList.class,
            responseCode = "200",
            responseDescription = "The payment, or none.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    CounterPaymentList findCounterPayments(
            @Parameter(
                            description = "Your own name of the payment.",
                            example = "till-17-000042",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.REFERENCE))
                    @QueryParam("partnerReference")
                    String partnerReference);

    @GET
    @Path("/{counterPaymentId}")
    @Operation(operationId = "readCounterPayment", summary = "Read a payment", description = "Only your own are seen.")
    @APIResponseSchema(value = CounterPayment.class, responseCode = "200", responseDescription = "The payment.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "counter-payment-not-found")
    CounterPayment readCounterPayment(
            @Parameter(
                            description = "The payment.",
                            example = "cpm_01kandb7vq5zrp5nh3qj8m2c61",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PAYMENT_ID))
                    @PathParam("counterPaymentId")
                    String counterPaymentId);

    @POST
    @Path("/{counterPaymentId}/cancellation")
    @Operation(
            operationId = "cancelCounterPayment",
            summary = "Give a payment back",
            description = "On the day on which it was taken, while its month is open and before your day is closed.")
    @APIResponseSchema(value = CounterPayment.class, responseCode = "200", responseDescription = "Give it back now.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_WITHHOLD)
    @Extension(
            name = "x-problem-codes",
            value =
                    "counter-payment-not-found,counter-payment-cancelled,counter-cancel-too-late,counter-context-missing")
    CounterPayment cancelCounterPayment(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The payment.",
                            example = "cpm_01kandb7vq5zrp5nh3qj8m2c61",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PAYMENT_ID))
                    @PathParam("counterPaymentId")
                    String counterPaymentId);
}
