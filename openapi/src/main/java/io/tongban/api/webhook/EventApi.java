package io.tongban.api.webhook;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Events for those whom no webhook can reach, and for what was missed. */
@Path("/v1/events")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
public interface EventApi {
    @GET
    @Operation(
            operationId = "listEvents",
            summary = "Read events",
            description =
                    "All events of the last 30 days, of every type, whether or not an endpoint was told of them; oldest first, none passed over. Begin with `since`, or with neither for what happens from now on, and go on with `after`. With `Prefer: wait=10` an answer that would be empty is held until something happens, up to 10 seconds; one such call a partner at a time. A second one is held for a second at most, any further is answered at once: pause for a second before you ask again where an empty page comes early.")
    @APIResponseSchema(
            value = EventPage.class,
            responseCode = "200",
            responseDescription = "What is there, maybe nothing.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "cursor-invalid,date-invalid")
    EventPage listEvents(
            @Parameter(description = "RFC 7240; `wait=n`, n seconds up to 10.", example = "wait=10")
                    @HeaderParam(Headers.PREFER)
                    @Nullable
                    String prefer,
            @Parameter(
                            description = "`nextCursor` of the answer before.",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CURSOR))
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(
                            description = "Only events from this time on; without it and `after`, from now on.",
                            example = "2026-11-28T00:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.INSTANT))
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(
                            description = "Page size, 1 to 200; 50 when absent.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    @QueryParam("limit")
                    @Nullable
                    Integer limit);
}
