package io.tongban.api.withholding;

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
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Withhold contributions under a mandate, and follow them. */
@Path("/v1/withholdings")
@Tag(name = "Withholdings", description = "Withhold contributions under a mandate, and follow them.")
@Produces(MediaType.APPLICATION_JSON)
public interface WithholdingApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withhold",
            summary = "Withhold one month",
            description =
                    "Accepted for good once answered: it reaches the province exactly once, and its state can be asked for at any time. With `Prefer: wait=5` the answer waits for a final outcome, up to 10 seconds.")
    @APIResponseSchema(value = Withholding.class, responseCode = "202", responseDescription = "Accepted; see `state`.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_WITHHOLD)
    @Extension(
            name = "x-problem-codes",
            value =
                    "worker-not-found,mandate-not-found,mandate-revoked,mandate-out-of-bounds,mandate-of-another-worker,mandate-not-covering,mandate-cap-exceeded,amount-not-positive,period-in-future,period-already-withheld,insurance-paused,insurance-ended,worker-not-registered-there,worker-registration-pending,insurance-not-offered,reference-used,province-unknown,province-closed,province-queue-full,province-draining")
    Withholding withhold(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(description = "RFC 7240; `wait=n`, n seconds up to 10.", example = "wait=5")
                    @HeaderParam(Headers.PREFER)
                    @Nullable
                    String prefer,
            @NotNull @Valid WithholdingOrder order);

    @GET
    @Path("/{withholdingId}")
    @Operation(
            operationId = "readWithholding",
            summary = "Read a withholding",
            description = "At any time, in any state, with the history of what was done about it.")
    @APIResponseSchema(value = Withholding.class, responseCode = "200", responseDescription = "The withholding.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "withholding-not-found")
    Withholding readWithholding(
            @Parameter(
                            description = "The withholding.",
                            example = "wh_01kandb7vq5zrp5nh3qj8m2c50",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WITHHOLDING_ID))
                    @PathParam("withholdingId")
                    String withholdingId);

    @GET
    @Operation(
            operationId = "listWithholdings",
            summary = "List withholdings",
            description = "Newest first, in pages. Each filter narrows.")
    @APIResponseSchema(value = WithholdingPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    WithholdingPage listWithholdings(
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
                            description = "Only this month.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.MONTH))
                    @QueryParam("period")
                    @Nullable
                    YearMonth period,
            @Parameter(description = "Only this state.") @QueryParam("state") @Nullable WithholdingState state,
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
    @Path("/{withholdingId}/timeline")
    @Operation(
            operationId = "readTimeline",
            summary = "See what happened",
            description =
                    "Your requests about it, what was done at the province, events and their deliveries, in one order. Requests and events are kept for 30 days, and a request is there some seconds after its answer.")
    @APIResponseSchema(value = Timeline.class, responseCode = "200", responseDescription = "What happened.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "withholding-not-found")
    Timeline readTimeline(
            @Parameter(
                            description = "The withholding.",
                            example = "wh_01kandb7vq5zrp5nh3qj8m2c50",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WITHHOLDING_ID))
                    @PathParam("withholdingId")
                    String withholdingId);

    @GET
    @Path("/{withholdingId}/receipt")
    @Operation(
            operationId = "readReceipt",
            summary = "Get the receipt",
            description = "A compact JWS of the final outcome, verifiable offline against `/.well-known/jwks.json`.")
    @APIResponseSchema(value = Receipt.class, responseCode = "200", responseDescription = "The receipt.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.CONTRIBUTIONS_READ)
    @Extension(name = "x-problem-codes", value = "withholding-not-found,withholding-not-final")
    Receipt readReceipt(
            @Parameter(
                            description = "The withholding.",
                            example = "wh_01kandb7vq5zrp5nh3qj8m2c50",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.WITHHOLDING_ID))
                    @PathParam("withholdingId")
                    String withholdingId);
}
