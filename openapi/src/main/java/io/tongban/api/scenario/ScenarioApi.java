package io.tongban.api.scenario;

import io.tongban.api.Scopes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Try what can go wrong, in the sandbox. */
@Path("/v1/scenarios")
@Tag(name = "Scenarios", description = "Try what can go wrong, in the sandbox.")
@Produces(MediaType.APPLICATION_JSON)
public interface ScenarioApi {
    @GET
    @Operation(
            operationId = "listScenarios",
            summary = "List scenarios",
            description =
                    "What a request with the field `Tongban-Scenario`, covered by its signature, meets in the sandbox. A gateway in production has none: it refuses the field with `scenario-not-offered`.")
    @APIResponseSchema(value = ScenarioList.class, responseCode = "200", responseDescription = "The scenarios.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "scenario-not-offered,scenario-unknown")
    ScenarioList listScenarios();
}
