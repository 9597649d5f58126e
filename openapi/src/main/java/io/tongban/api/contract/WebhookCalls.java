package io.tongban.api.contract;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.tongban.api.problem.ProblemSource;
import io.tongban.api.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The call that the gateway makes to partners, and the codes that come in it and not in a problem document. */
final class WebhookCalls {
    private WebhookCalls() {}

    static void write(OpenAPI api) {
        api.addWebhook(
                "event",
                OASFactory.createPathItem()
                        .POST(OASFactory.createOperation()
                                .operationId("receiveEvent")
                                .tags(List.of("Webhooks"))
                                .summary("An event, sent to your endpoint")
                                .description(
                                        "Signed by the gateway with the tag `tongban-webhook`; verify it before you read"
                                                + " it, see SIGNING.md. `Content-Type` is `application/json;charset=UTF-8`, in this"
                                                + " spelling, which servers' frameworks leave alone.")
                                .security(List.of())
                                .requestBody(OASFactory.createRequestBody()
                                        .required(true)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref("#/components/schemas/WebhookEvent")))))
                                .responses(OASFactory.createAPIResponses()
                                        .addAPIResponse(
                                                "2XX",
                                                OASFactory.createAPIResponse()
                                                        .description("Taken; it is not sent again."))
                                        .addAPIResponse(
                                                "4XX",
                                                OASFactory.createAPIResponse()
                                                        .description(
                                                                "Not taken; it is sent again, with growing pauses, for"
                                                                        + " three days.")))));
    }

    static void describeRefusals(Map<String, Schema> schemas) {
        Schema refusal = requireNonNull(schemas.get("Refusal"));
        Schema code = requireNonNull(requireNonNull(refusal.getProperties()).get("code"));
        String codes = Arrays.stream(ProblemType.values())
                .filter(type -> type.source() == ProblemSource.PROVINCE)
                .map(type -> "- `" + type.code() + "`: " + type.title() + " · " + type.titleZh())
                .collect(joining("\n"));
        code.setDescription("One of the catalogue's codes of the province:\n" + codes);
    }
}
