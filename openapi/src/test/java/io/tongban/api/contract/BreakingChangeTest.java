package io.tongban.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/** What partners built against must go on working: compares with the last published version. */
class BreakingChangeTest {
    private static final Path LAST_PUBLISHED = Path.of("baseline/openapi.yaml");

    @Test
    void theContractBreaksNothingOfTheLastPublishedVersion() throws IOException {
        ChangedOpenApi change = compare(read(LAST_PUBLISHED), read(Path.of("openapi.yaml")));

        assertThat(change.isCompatible())
                .as("a breaking change against %s at %s", LAST_PUBLISHED, broken(change))
                .isTrue();
    }

    /** Operations alone: the whole of a change, as the comparison writes it, fills the memory. */
    private static List<String> broken(ChangedOpenApi change) {
        return change.getChangedOperations().stream()
                .filter(ChangedOperation::isIncompatible)
                .map(operation -> operation.getHttpMethod() + " " + operation.getPathUrl())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an operation is removed         | /v1/workers/search: | /v1/workers/lookup:",
                "a parameter is renamed          | name: limit | name: pageSize",
                "a request value is removed      | '      enum:\n      - WORK_PLACE\n      - HOUSEHOLD' | '      enum:\n      - WORK_PLACE'",
                "a field changes its type         | '        amountFen:\n          type: integer' | '        amountFen:\n          type: string'",
                "an answer loses a field          | '        partnerReference:\n          type: string\n          examples:\n          - wh-2026-10-000017\n          maxLength: 64\n' | ''",
                "a request field becomes required| '      - consentReference\n      properties:' | '      - consentReference\n      - sector\n      properties:'"
            })
    void noticesWhen(String change, String published, String now) throws IOException {
        assertNoticed(text -> text.replace(published, now));
    }

    private static void assertNoticed(UnaryOperator<String> edit) throws IOException {
        String published = read(LAST_PUBLISHED);
        String changed = edit.apply(published);

        assertThat(changed).isNotEqualTo(published);
        assertThat(compare(published, changed).isIncompatible()).isTrue();
    }

    /** Compared as 3.0: the comparison passes over the types of 3.1, and the contract uses none of its novelties. */
    private static ChangedOpenApi compare(String before, String after) {
        return OpenApiCompare.fromContents(asOpenApi30(before), asOpenApi30(after));
    }

    private static String asOpenApi30(String contract) {
        assertThat(contract).contains("openapi: 3.1.0").doesNotContain("type:\n        - ");
        return contract.replace("openapi: 3.1.0", "openapi: 3.0.3");
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, UTF_8);
    }
}
