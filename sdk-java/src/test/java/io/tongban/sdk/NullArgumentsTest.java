package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tongban.sdk.fake.Outcome;
import io.tongban.sdk.fake.TongbanFake;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.testing.TestGateway;
import io.tongban.sdk.transport.JdkTransport;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As the README says: null is an IllegalArgumentException, at once, whichever argument of whatever it is. */
class NullArgumentsTest {
    private final TongbanFake fake = TongbanFake.create();
    private final Tongban tongban = fake.client();
    private final List<Object> beside = List.of(
            Tongban.builder(),
            RequestOptions.none(),
            Outcome.confirmed(),
            GatewayKeys.parse("{\"keys\":[]}"),
            TestGateway.create(Clock.systemUTC()),
            JdkTransport.of(Duration.ofSeconds(1), null, null));

    /** Whatever a partner may name, so that what comes later is here by itself. */
    private static Stream<Class<?>> doors() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.tongban.sdk")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getPackageName().contains(".internal"))
                        .map(JavaClass::reflect);
    }

    @TestFactory
    Stream<DynamicTest> noStaticMethodTakesNull() {
        // What an enum has of them is the language's.
        return doors().filter(door -> !door.isEnum())
                .flatMap(door -> methods(door)
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .flatMap(method -> nulls(method, arguments -> method.invoke(null, arguments))));
    }

    @TestFactory
    Stream<DynamicTest> noConstructorTakesNull() {
        return doors().filter(NullArgumentsTest::isMadeByPartners)
                .flatMap(door -> Arrays.stream(door.getConstructors()))
                .flatMap(constructor -> nulls(constructor, constructor::newInstance));
    }

    /** The SDK alone makes exceptions, and what was read from an answer or a document says what stood there. */
    private static boolean isMadeByPartners(Class<?> door) {
        boolean isRead = door.isRecord() && door.getPackageName().equals("io.tongban.sdk");
        return !Throwable.class.isAssignableFrom(door) && !isRead;
    }

    @TestFactory
    Stream<DynamicTest> noMethodTakesNull() {
        return doors().filter(door -> !door.isInterface() && !Throwable.class.isAssignableFrom(door))
                .flatMap(door -> methods(door)
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !isOfEveryObject(method))
                        .flatMap(method -> nulls(method, arguments -> method.invoke(held(door), arguments))));
    }

    private static boolean isOfEveryObject(Method method) {
        return method.getName().equals("equals");
    }

    private static Stream<Method> methods(Class<?> door) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** Hangs on the client or on the fake, or is begun without either. */
    private Object held(Class<?> door) {
        return Stream.of(Stream.of(tongban, fake), beside.stream(), hangingOn(tongban), hangingOn(fake))
                .flatMap(each -> each)
                .filter(door::isInstance)
                .findFirst()
                .orElseGet(() -> ArgumentSamples.of(door));
    }

    private static Stream<Object> hangingOn(Object root) {
        return methods(root.getClass())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType()
                                .getPackageName()
                                .equals(root.getClass().getPackageName())
                        && !Modifier.isStatic(method.getModifiers()))
                .map(method -> {
                    try {
                        return method.invoke(root);
                    } catch (ReflectiveOperationException unable) {
                        throw new IllegalStateException("Cannot ask for " + method.getName(), unable);
                    }
                });
    }

    private interface Invocation {
        @Nullable
        Object with(Object[] arguments) throws ReflectiveOperationException;
    }

    private static Stream<DynamicTest> nulls(Executable executable, Invocation invocation) {
        Parameter[] parameters = executable.getParameters();
        return IntStream.range(0, parameters.length)
                .filter(place -> takesNoNull(parameters[place]))
                .mapToObj(place -> DynamicTest.dynamicTest(
                        executable.getDeclaringClass().getSimpleName() + "." + executable.getName() + " "
                                + parameters[place].getName(),
                        () -> refusesNull(executable, invocation, place)));
    }

    private static boolean takesNoNull(Parameter parameter) {
        return !parameter.getType().isPrimitive() && !mayBeNull(parameter);
    }

    private static boolean mayBeNull(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void refusesNull(Executable executable, Invocation invocation, int place)
            throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(executable.getParameters())
                .map(each -> mayBeNull(each) ? null : ArgumentSamples.of(each.getType()))
                .toArray();
        arguments[place] = null;
        try {
            invocation.with(arguments);
        } catch (InvocationTargetException thrown) {
            assertThat(thrown.getCause()).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(thrown.getCause().getMessage()).as("says something").isNotBlank();
            return;
        }
        assertThat(executable).as("took null").isNull();
    }
}
