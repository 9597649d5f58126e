package io.tongban.api.decline;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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

/** Why workers of a province do not want to be insured. */
@Path("/v1/admin/declines")
@Tag(name = "Agency", description = "What only the agency does.")
@Produces(MediaType.APPLICATION_JSON)
public interface AgencyDeclineApi {
    @GET
    @Path("/counts")
    @Operation(
            operationId = "countDeclinesOfProvince",
            summary = "Count declines of a province",
            description =
                    "Of one month that is over, and of all partners. What fewer than ten said is not told, nor what fewer than ten said beside one partner's own, nor any sum. The same month has the same answer for ever.")
    @APIResponseSchema(value = DeclineCounts.class, responseCode = "200", responseDescription = "The counts.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.AGENCY_ADMIN)
    @Extension(name = "x-problem-codes", value = "month-not-over")
    DeclineCounts countDeclinesOfProvince(
            @Parameter(
                            description = "The month, over for a day at least.",
                            required = true,
                            example = "2026-10",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.MONTH))
                    @QueryParam("month")
                    @NotNull
                    YearMonth month,
            @Parameter(
                            description = "First two digits of the GB/T 2260 division code.",
                            required = true,
                            example = "44",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @QueryParam("province")
                    @NotNull
                    String province);
}
