package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing under /v1 may be open because an annotation was forgotten. */
class OperationTest {
    static Stream<Method> methodsOfAllResources() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.tongban.gateway")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Resource"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !method.isBridge()
                                && !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("methodsOfAllResources")
    void findsTheContractBehindEachResourceMethod(Method method) {
        Operation operation = Operation.of(method).orElseThrow();
        boolean guarded = Arrays.stream(method.getDeclaringClass().getInterfaces())
                .map(type -> type.getAnnotation(Path.class).value())
                .anyMatch(path -> path.startsWith("/v1"));

        assertThat(operation.id()).isEqualTo(method.getName());
        assertThat(operation.scopes()).hasSize(guarded ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("methodsOfObject")
    void knowsNoOperationOutsideOfTheContract(Method method) {
        assertThat(Operation.of(method)).isEmpty();
    }

    static List<Method> methodsOfObject() throws NoSuchMethodException {
        return List.of(Object.class.getMethod("toString"));
    }
}
