package io.tongban.api.province;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each province takes, and how it is doing. */
@Path("/v1/provinces")
@Tag(name = "Provinces", description = "What each province takes, and how it is doing.")
@Produces(MediaType.APPLICATION_JSON)
public interface ProvinceApi {
    @GET
    @Operation(
            operationId = "listProvinces",
            summary = "List provinces",
            description = "All that are connected, by code. Calls none of them; read it as often as you need.")
    @APIResponseSchema(value = ProvinceList.class, responseCode = "200", responseDescription = "The provinces.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    ProvinceList listProvinces();

    @GET
    @Path("/{code}")
    @Operation(operationId = "readProvince", summary = "Read a province", description = "As it is just now.")
    @APIResponseSchema(value = Province.class, responseCode = "200", responseDescription = "The province.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "not-found")
    Province readProvince(
            @Parameter(
                            description = "The province, first two digits of its GB/T 2260 code.",
                            example = "44",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.PROVINCE))
                    @PathParam("code")
                    String code);
}
