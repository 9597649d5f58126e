package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.Scopes;
import io.tongban.sdk.Tongban;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The jars as a partner gets them. */
class SdkJarTest {
    static Stream<Arguments> jars() {
        return Stream.of(
                Arguments.of(Tongban.class, "io.tongban.sdk"), Arguments.of(Scopes.class, "io.tongban.openapi"));
    }

    /** Without a name of its own a jar is called on the module path after its file, and that changes. */
    @ParameterizedTest
    @MethodSource("jars")
    void hasANameOnTheModulePath(Class<?> inside, String name) throws Exception {
        Path jar = Path.of(
                inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(Files.isRegularFile(jar)).as("packaged: %s", jar).isTrue();
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            assertThat(manifest.getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo(name);
        }
    }
}
