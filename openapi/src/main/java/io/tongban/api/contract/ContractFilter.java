package io.tongban.api.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds to the scanned document: title page, security, and for each operation the problems it answers with. */
public final class ContractFilter implements OASFilter {
    private static final String VERSION = "0.1.0";
    private static final List<String> CLOSED_SCHEMAS = List.of(
            "WorkerRegistration",
            "WorkerSearch",
            "MandateGrant",
            "MandateRevocation",
            "WithholdingOrder",
            "QuoteRequest",
            "WebhookEndpointSpec",
            "PartnerRegistration",
            "PartnerKeys",
            "PartnerStateChange",
            "ProvinceStateChange",
            "TaskResolution",
            "ServicePointFile",
            "OperatorRegistration",
            "OperatorChange",
            "CounterPaymentOrder",
            "CounterEntry",
            "CounterDayPage",
            "StopOrder",
            "RiskDecision",
            "CounterDayReport");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        TitlePage.write(api, VERSION);
        SecuritySchemes.write(api);
        ProblemResponses problems = new ProblemResponses();
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(operation -> complete(operation, problems));
        }
        WebhookCalls.write(api);
        WebhookCalls.describeRefusals(requireNonNull(api.getComponents().getSchemas()));
        problems.writeComponents(api.getComponents());
        closeRequests(api.getComponents().getSchemas());
        Strings.bound(api);
        AnswerLengths.write(api);
        AnswerFields.writeComponents(api.getComponents());
        UnreadRequests.write(api.getComponents());
        api.setPaths(Sorted.paths(api.getPaths()));
    }

    private static void complete(Operation operation, ProblemResponses problems) {
        SecuritySchemes.complete(operation);
        problems.complete(operation);
        SignedFields.complete(operation);
        UnreadRequests.complete(operation);
        AnswerFields.complete(operation);
    }

    /** The server refuses unknown fields; clients ignore them. */
    private static void closeRequests(Map<String, Schema> schemas) {
        CLOSED_SCHEMAS.forEach(name -> requireNonNull(schemas.get(name), name).setAdditionalPropertiesBoolean(false));
    }
}
