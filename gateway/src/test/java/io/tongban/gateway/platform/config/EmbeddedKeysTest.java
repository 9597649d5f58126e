package io.tongban.gateway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKeysTest {
    @Test
    void staysTheSameAsLongAsTheData(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data/pii.properties");
        var first = EmbeddedKeys.in(file);

        assertThat(EmbeddedKeys.in(file)).isEqualTo(first);
        assertThat(first).hasSize(3).doesNotContainValue("");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isOtherEachTimeWithoutAFolder() {
        assertThat(EmbeddedKeys.random()).isNotEqualTo(EmbeddedKeys.random());
    }
}
