package io.tongban.api.agency;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.ws.rs.GET;
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

/** Each province's books of a day against ours (对账). */
@Path("/v1/admin/reconciliation")
@Tag(name = "Agency")
@Produces(MediaType.APPLICATION_JSON)
public interface ReconciliationApi {
    @GET
    @Path("/days")
    @Operation(
            operationId = "listReconciliationDays",
            summary = "List the days of the provinces' books",
            description =
                    "Newest first, in pages. Each filter narrows. A province that tells no totals of a day has none here.")
    @APIResponseSchema(value = ReconciliationDayPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    ReconciliationDayPage listReconciliationDays(
            @Parameter(
                            description = "Only this province.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @QueryParam("province")
                    @Nullable
                    String province,
            @Parameter(description = "Only this state.") @QueryParam("state") @Nullable DayState state,
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
    @Path("/differences")
    @Operation(
            operationId = "listDayDifferences",
            summary = "List the rows in which books differ",
            description = "Oldest first, in pages, also those that differ no more. Each filter narrows.")
    @APIResponseSchema(value = DayDifferencePage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "cursor-invalid,date-invalid")
    DayDifferencePage listDayDifferences(
            @Parameter(
                            description = "Only this province.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @QueryParam("province")
                    @Nullable
                    String province,
            @Parameter(
                            description = "Only this day.",
                            example = "2026-11-27",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("day")
                    @Nullable
                    String day,
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
