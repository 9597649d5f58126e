package io.tongban.api.quote;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** What insurance would cost a person, computed by the rules. */
@Path("/v1/quotes")
@Tag(name = "Quotes", description = "What insurance would cost a person, computed by the rules.")
@Produces(MediaType.APPLICATION_JSON)
public interface QuoteApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "quote",
            summary = "Quote contributions",
            description =
                    "Computes what a person would pay, for each grade side by side, with the rule behind each line. The rules of a month are those of its first day. A read, although it is a POST: nothing is stored and nothing changes, so it takes no Idempotency-Key. The same question with the answer's `asOf` and `knownAt` has the same answer for ever.")
    @APIResponseSchema(value = Quote.class, responseCode = "200", responseDescription = "The quote.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(
            name = "x-problem-codes",
            value =
                    "province-unknown,date-invalid,date-before-rules,knowledge-in-future,rule-unknown,insurance-not-applicable,grade-unknown,base-outside-limits,base-needed,position-not-applicable,grade-and-base,period-not-offered,income-implausible,birth-month-implausible,retirement-age-reached,retires-within-period")
    Quote quote(
            @Parameter(
                            description =
                                    "Day whose rules count, and whose month is the first one paid for, at most ten years after today; today, by the calendar of Shanghai, when absent.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(
                            description = "Day on which those rules were known; today when absent, and never later.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt,
            @NotNull @Valid QuoteRequest request);
}
