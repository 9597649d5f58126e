package io.tongban.api.certification;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Show that your program is right, in the sandbox. */
@Path("/v1")
@Tag(name = "Certification", description = "Show that your program is right, in the sandbox.")
@Produces(MediaType.APPLICATION_JSON)
public interface CertificationApi {
    @POST
    @Path("/certification-suites/{suite}/runs")
    @Operation(
            operationId = "startCertification",
            summary = "Start a certification",
            description =
                    "From now on the gateway looks at what your program sends, and judges each case by it; drive the program yourself, with scenarios where a case names one. One at a time, and the refusal of another names it; it ends after a day, or when its report is asked for. A gateway in production has no suites.")
    @APIResponseSchema(value = Certification.class, responseCode = "201", responseDescription = "It is looked at.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "suite-unknown,certification-running")
    Certification startCertification(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "`platform` is the one that there is.",
                            example = "platform",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.SUITE))
                    @PathParam("suite")
                    String suite);

    @GET
    @Path("/certifications")
    @Operation(
            operationId = "listCertifications",
            summary = "List certifications",
            description =
                    "Newest first, in pages, without their cases; those of an older version of a suite among them, for as long as they are kept.")
    @APIResponseSchema(value = CertificationPage.class, responseCode = "200", responseDescription = "A page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "cursor-invalid")
    CertificationPage listCertifications(
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
    @Path("/certifications/{certificationId}")
    @Operation(
            operationId = "readCertification",
            summary = "Read a certification",
            description =
                    "With what was seen of each case until now; a request counts some seconds after its answer. Of a run the first 20,000 requests count, and of a minute 300 at each node of the gateway and as many refused ones; what is beyond is not seen. A run without a report is kept for a month, one with a report for a year, and until a month after its last approval has ended.")
    @APIResponseSchema(value = Certification.class, responseCode = "200", responseDescription = "The run.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(name = "x-problem-codes", value = "certification-not-found,suite-unknown")
    Certification readCertification(
            @Parameter(
                            description = "The run.",
                            example = "crt_01kandb7vq5zrp5nh3qj8m2c5c",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CERTIFICATION_ID))
                    @PathParam("certificationId")
                    String certificationId);

    @POST
    @Path("/certifications/{certificationId}/report")
    @Operation(
            operationId = "reportCertification",
            summary = "End a certification with its report",
            description =
                    "Signed by the gateway, and the same each time it is asked for. The first call ends the run, and is refused as `unavailable` until its last requests are counted, five seconds later: ask again as Retry-After says.")
    @APIResponseSchema(value = CertificationReport.class, responseCode = "201", responseDescription = "The report.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.WEBHOOKS_MANAGE)
    @Extension(name = "x-problem-codes", value = "certification-not-found,suite-unknown")
    CertificationReport reportCertification(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(
                            description = "The run.",
                            example = "crt_01kandb7vq5zrp5nh3qj8m2c5c",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CERTIFICATION_ID))
                    @PathParam("certificationId")
                    String certificationId);

    @GET
    @Path("/certifications/{certificationId}/report/html")
    @Operation(
            operationId = "readCertificationHtml",
            summary = "Read a report as a page",
            description =
                    "For people, such as the agency's: a whole document in HTML, made of the very claims of the report, and with the report in it.")
    @APIResponseSchema(value = CertificationHtml.class, responseCode = "200", responseDescription = "The page.")
    @SecurityRequirement(name = "oauth2", scopes = Scopes.STATUS_READ)
    @Extension(
            name = "x-problem-codes",
            value = "certification-not-found,certification-not-ended,certification-report-altered")
    CertificationHtml readCertificationHtml(
            @Parameter(
                            description = "The run.",
                            example = "crt_01kandb7vq5zrp5nh3qj8m2c5c",
                            schema = @Schema(type = SchemaType.STRING, pattern = Patterns.CERTIFICATION_ID))
                    @PathParam("certificationId")
                    String certificationId);
}
