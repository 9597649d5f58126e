package io.tongban.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.trust.risk.StopTarget;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageOperationTest {
    @ParameterizedTest
    @EnumSource
    void standsForOperationsOfTheContract(PageOperation operation) throws IOException {
        try (InputStream document = PageOperationTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            String contract = new String(
                    Objects.requireNonNull(document, "META-INF/openapi.yaml").readAllBytes(), UTF_8);
            assertThat(operation.operationIds())
                    .allSatisfy(id -> assertThat(contract).contains("operationId: " + id + "\n"));
        }
    }

    @Test
    void isStoppedWithItsBankItsOperatorAndWhatItStandsFor() {
        assertThat(PageOperation.targets(
                        new Principal.Operator("bank", "S1"),
                        PageOperation.DESK,
                        PageOperation.SEARCH,
                        PageOperation.SERVE))
                .containsExactlyInAnyOrder(
                        StopTarget.partner("bank"),
                        StopTarget.operator("bank", "S1"),
                        StopTarget.operation("findWorker"),
                        StopTarget.operation("readStatus"));
    }
}
