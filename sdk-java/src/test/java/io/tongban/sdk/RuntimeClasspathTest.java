package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A partner has none of the annotations that the contract's records carry. */
class RuntimeClasspathTest {
    private static final Pattern COMPILE_TIME_ONLY =
            Pattern.compile("jakarta|microprofile|jspecify|test-classes|junit");

    private static URL[] withoutAnnotations() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !COMPILE_TIME_ONLY.matcher(entry).find())
                .map(RuntimeClasspathTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsAndWritesRecordsWithoutTheirAnnotations() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(withoutAnnotations(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("jakarta.validation.constraints.NotNull"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass("org.eclipse.microprofile.openapi.annotations.media.Schema"))
                    .isInstanceOf(ClassNotFoundException.class);

            Class<?> json = loader.loadClass("io.tongban.sdk.internal.json.Json");
            Class<?> type = loader.loadClass("io.tongban.api.withholding.Withholding");
            byte[] document =
                    "{\"id\":\"wh_1\",\"period\":\"2026-10\",\"state\":\"CONFIRMED\",\"amountFen\":110200}".getBytes();
            Optional<?> read = (Optional<?>)
                    json.getMethod("read", byte[].class, Class.class).invoke(null, document, type);
            Object written = json.getMethod("write", Object.class).invoke(null, read.orElseThrow());

            assertThat(new String((byte[]) written))
                    .contains("\"period\":\"2026-10\"", "\"state\":\"CONFIRMED\"", "\"amountFen\":110200");
            assertThat(loader.loadClass("io.tongban.sdk.Tongban")
                            .getMethod("builder")
                            .invoke(null))
                    .isNotNull();
        }
    }
}
