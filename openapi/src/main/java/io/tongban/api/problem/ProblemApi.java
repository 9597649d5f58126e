package io.tongban.api.problem;

import io.tongban.api.Patterns;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of problem types. Not signed by the caller, no token. */
@Path("/problems")
@Tag(name = "Problems", description = "The catalogue of problem types. Not signed by the caller, no token.")
@Produces(MediaType.APPLICATION_JSON)
public interface ProblemApi {
    @GET
    @Operation(
            operationId = "listProblems",
            summary = "List problem types",
            description = "Every code that the API answers with, with advice.")
    @APIResponseSchema(value = ProblemCatalogue.class, responseCode = "200", responseDescription = "The catalogue.")
    ProblemCatalogue listProblems();

    @GET
    @Path("/{code}")
    @Operation(operationId = "readProblem", summary = "Read a problem type", description = "The entry behind a `type`.")
    @APIResponseSchema(value = ProblemEntry.class, responseCode = "200", responseDescription = "The entry.")
    @Extension(name = "x-problem-codes", value = "not-found")
    ProblemEntry readProblem(
            @Parameter(
                            description = "The code.",
                            example = "field-unknown",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROBLEM_CODE))
                    @PathParam("code")
                    String code);
}
