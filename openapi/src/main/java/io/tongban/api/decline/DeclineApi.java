package io.tongban.api.decline;

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

/** Why workers do not want to be insured, and how many of them. */
@Path("/v1/declines")
@Tag(name = "Declines", description = "Why workers do not want to be insured, and how many of them.")
@Produces(MediaType.APPLICATION_JSON)
public interface DeclineApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordDecline",
            summary = "Record a decline",
            description =
                    "Of nobody by name: sector, province and reason are all that is kept. Counts once by its reference.")
    @APIResponseSchema(value = Decline.class, responseCode = "201", responseDescription = "The decline counts.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WORKERS_WRITE)
    @Extension(name = "x-problem-codes", value = "province-unknown,reference-used")
    Decline recordDecline(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @NotNull @Valid DeclineReport report);

    @GET
    @Path("/counts")
    @Operation(
            operationId = "countDeclines",
            summary = "Count declines",
            description =
                    "Of one month that is over, a partner's own. What fewer than ten said is not told, nor any sum, so that no difference of two answers tells it. The same month has the same answer for ever.")
    @APIResponseSchema(value = DeclineCounts.class, responseCode = "200", responseDescription = "The counts.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "month-not-over")
    DeclineCounts countDeclines(
            @Parameter(
                            description = "The month, over for a day at least.",
                            required = true,
                            example = "2026-10",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.MONTH))
                    @QueryParam("month")
                    @NotNull
                    YearMonth month);
}
