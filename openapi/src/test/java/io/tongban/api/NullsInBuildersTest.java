package io.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A null is never taken for "not said" where it is not said to be: a stop for one bank must not become one for all. */
class NullsInBuildersTest {
    private static final List<Object> VALUES = List.of(
            "text",
            URI.create("https://partner.example/x"),
            Instant.EPOCH,
            LocalDate.EPOCH,
            YearMonth.of(2026, 10),
            1,
            1L,
            true,
            List.of("element"),
            Set.of("element"),
            Map.of("name", "value"));

    private static Stream<Class<?>> builders() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.tongban.api")
                        .stream()
                        .filter(type -> type.getSimpleName().equals("Builder"))
                        .map(JavaClass::reflect);
    }

    @Test
    void findsTheBuilders() {
        assertThat(builders()).hasSizeGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicTest> tellsANullThatIsNotTaken() {
        return builders()
                .flatMap(builder -> setters(builder)
                        .filter(setter -> takesNoNull(setter.getParameters()[0]))
                        .map(setter -> DynamicTest.dynamicTest(
                                builder.getDeclaringClass().getSimpleName() + "." + setter.getName(),
                                () -> assertThatThrownBy(() -> built(builder.getDeclaringClass(), setter))
                                        .isInstanceOf(InvocationTargetException.class)
                                        .cause()
                                        .isExactlyInstanceOf(IllegalArgumentException.class)
                                        .hasMessageContaining(setter.getName()))));
    }

    private static boolean takesNoNull(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Stream<Method> setters(Class<?> builder) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(method -> method.getReturnType() == builder && method.getParameterCount() == 1);
    }

    /** Complete but for what one setter is given. */
    private static Object built(Class<?> type, @Nullable Method withNull) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        for (Method setter : setters(builder.getClass()).toList()) {
            setter.invoke(builder, setter.equals(withNull) ? new Object[] {null} : new Object[] {sample(setter)});
        }
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object sample(Method setter) throws ReflectiveOperationException {
        Class<?> type = boxed(setter.getParameterTypes()[0]);
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        for (Object value : VALUES) {
            if (type.isInstance(value)) {
                return value;
            }
        }
        return built(type, null);
    }

    /** A primitive's wrapper is what an array of it hands out. */
    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }
}
