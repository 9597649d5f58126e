package io.tongban.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** openapi.yaml is written by the build and committed on purpose: what the code says must be what partners read. */
class ContractFileTest {
    private static final Path GENERATED = Path.of("target/generated/openapi.yaml");
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedContractIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("openapi.accept")) {
            Files.copy(GENERATED, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(Files.readString(COMMITTED, UTF_8))
                .as("look at the difference; if you mean it: mvn -pl openapi test -Dopenapi.accept=true, and commit")
                .isEqualTo(Files.readString(GENERATED, UTF_8));
    }

    @Test
    void everyCodeOfTheCatalogueStandsInTheContract() throws IOException {
        String contract = Files.readString(COMMITTED, UTF_8);

        for (var type : io.tongban.api.problem.ProblemType.values()) {
            assertThat(contract).contains("`" + type.code() + "`");
        }
    }
}
