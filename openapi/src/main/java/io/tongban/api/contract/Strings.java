package io.tongban.api.contract;

import io.tongban.api.Patterns;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** A pattern bounds its string; generators and gateways of partners want the bound as a number. */
final class Strings {
    private static final Map<String, Integer> LONGEST = new HashMap<>();

    static {
        LONGEST.put(Patterns.CITIZEN_NUMBER, 18);
        LONGEST.put(Patterns.MOBILE, 11);
        LONGEST.put(Patterns.PROVINCE, 2);
        LONGEST.put(Patterns.INSURANCE, 10);
        LONGEST.put(Patterns.MONTH, 7);
        LONGEST.put(Patterns.DIVISION, 6);
        LONGEST.put(Patterns.GRADE, 30);
        LONGEST.put(Patterns.DATE, 10);
        LONGEST.put(Patterns.INSTANT, 35);
        LONGEST.put(Patterns.REFERENCE, 64);
        LONGEST.put(Patterns.NOTE, 500);
        LONGEST.put(Patterns.NAME, 50);
        LONGEST.put(Patterns.LINE_40, 40);
        LONGEST.put(Patterns.LINE_100, 100);
        LONGEST.put(Patterns.LINE_200, 200);
        LONGEST.put(Patterns.WORKER_ID, 40);
        LONGEST.put(Patterns.MANDATE_ID, 40);
        LONGEST.put(Patterns.WITHHOLDING_ID, 40);
        LONGEST.put(Patterns.WEBHOOK_ENDPOINT_ID, 40);
        LONGEST.put(Patterns.TASK_ID, 40);
        LONGEST.put(Patterns.POSITION, 20);
        LONGEST.put(Patterns.PAYMENT_ID, 40);
        LONGEST.put(Patterns.APPROVAL_ID, 40);
        LONGEST.put(Patterns.CSV_LINE, 400);
        LONGEST.put(Patterns.SEGMENT, 64);
        LONGEST.put(Patterns.PROBLEM_CODE, 64);
        LONGEST.put(Patterns.CURSOR, 200);
        LONGEST.put(Patterns.CLIENT_ID, 63);
    }

    private Strings() {}

    static void bound(OpenAPI api) {
        Stream<Schema> properties = api.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream());
        Stream<Schema> parameters = api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .map(Parameter::getSchema);
        Stream.of(properties, parameters, api.getComponents().getSchemas().values().stream())
                .flatMap(each -> each)
                .forEach(Strings::bound);
    }

    private static void bound(Schema schema) {
        if (schema == null) {
            return;
        }
        Integer longest = schema.getPattern() == null ? null : LONGEST.get(schema.getPattern());
        if (longest != null && schema.getMaxLength() == null) {
            schema.setMaxLength(longest);
        }
        bound(schema.getItems());
    }
}
