package io.tongban.api.policy;

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

/** The rules that contributions are computed by, each with its source. */
@Path("/v1/policies")
@Tag(name = "Policies", description = "The rules that contributions are computed by, each with its source.")
@Produces(MediaType.APPLICATION_JSON)
public interface PolicyApi {
    @GET
    @Operation(
            operationId = "listPolicies",
            summary = "List the rules of a province",
            description =
                    "What holds in the province on a day, as it was known on a day: its own rules, and the country's where it has none for the whole of it. What a province offers to choose from, such as grades, takes the place of all that the country does; what platforms pay is listed from the day on which the province has begun with it. What is not known is listed with state UNKNOWN, never left out.")
    @APIResponseSchema(value = PolicyList.class, responseCode = "200", responseDescription = "The rules.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "province-unknown,date-invalid,knowledge-in-future")
    PolicyList listPolicies(
            @Parameter(
                            description = "The province, first two digits of its GB/T 2260 code.",
                            example = "44",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @QueryParam("province")
                    String province,
            @Parameter(
                            description = "Only this insurance, and what holds for all of them.",
                            example = "AAE140:110",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.INSURANCE))
                    @QueryParam("insurance")
                    @Nullable
                    String insurance,
            @Parameter(
                            description =
                                    "The day on which they hold, at most ten years after today; today, by the calendar of Shanghai, when absent.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(
                            description = "The day on which that was known; today when absent, and never later.",
                            example = "2026-11-28",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.DATE))
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt);
}
