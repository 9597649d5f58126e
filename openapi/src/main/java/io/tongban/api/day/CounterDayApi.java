package io.tongban.api.day;

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

/** A bank's days, and whether they balance. */
@Path("/v1/counter-days")
@Tag(name = "Counter days", description = "A bank's days, and whether they balance.")
@Produces(MediaType.APPLICATION_JSON)
public interface CounterDayApi {
    @GET
    @Path("/{day}")
    @Operation(
            operationId = "readCounterDay",
            summary = "Read a day",
            description = "As it stands now, or as it was closed.")
    @APIResponseSchema(value = CounterDay.class, responseCode = "200", responseDescription = "The day.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.COUNTERS_MANAGE)
    @Extension(name = "x-problem-codes", value = "date-invalid,counter-day-in-future")
    CounterDay readCounterDay(
            @Parameter(
                            description = "The day, by the calendar of Shanghai.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @PathParam("day")
                    String day);

    @POST
    @Path("/{day}/pages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendCounterDayPage",
            summary = "Send rows of a day ahead",
            description =
                    "For a day with more rows than one call takes: pages of up to 5,000, in any order, then the closing says how many. A page that is sent again replaces the one before. They are kept until the day is closed.")
    @APIResponseSchema(
            value = CounterDayPages.class,
            responseCode = "200",
            responseDescription = "What was sent ahead so far.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.COUNTERS_MANAGE)
    @Extension(name = "x-problem-codes", value = "date-invalid,counter-day-in-future,counter-day-closed")
    CounterDayPages sendCounterDayPage(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The day, by the calendar of Shanghai.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @PathParam("day")
                    String day,
            @NotNull @Valid CounterDayPage page);

    @POST
    @Path("/{day}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeCounterDay",
            summary = "Close a day",
            description =
                    "Compares your books with the gateway's, row by row. Without a difference the day is closed and signed, and nothing changes it any more: what comes later belongs to the next day. With one it stays open, and the answer names the rows, a thousand at most. While a day that agrees is closed, payments may have to be repeated (503).")
    @APIResponseSchema(
            value = CounterDay.class,
            responseCode = "200",
            responseDescription = "Closed, or open with the differences.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.COUNTERS_MANAGE)
    @Extension(
            name = "x-problem-codes",
            value =
                    "date-invalid,counter-day-in-future,counter-day-closed,counter-day-earlier-open,counter-day-page-missing")
    CounterDay closeCounterDay(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The day, by the calendar of Shanghai.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @PathParam("day")
                    String day,
            @NotNull @Valid CounterDayReport report);
}
