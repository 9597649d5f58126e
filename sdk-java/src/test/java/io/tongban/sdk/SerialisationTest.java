package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.RawAnswer;
import io.tongban.sdk.error.TongbanException;
import io.tongban.signature.SignatureFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frameworks pass exceptions from one JVM to another: each of the family arrives with all that it tells. */
class SerialisationTest {
    private static final RawAnswer ANSWER =
            new RawAnswer(409, Map.of("Retry-After", List.of("1")), new byte[] {'{', '}'});
    private static final CallInfo CALL =
            new CallInfo("withhold", "k-1", "wh-1", "4bf92f3577b34da6a3ce929d0e0e4736", ANSWER);
    private static final ProblemType TYPE = ProblemType.REFERENCE_USED;

    static Stream<Constructor<?>> everyConstructor() {
        return Arrays.stream(TongbanException.class.getPermittedSubclasses())
                .flatMap(type -> Arrays.stream(type.getConstructors()));
    }

    private static Object sample(Class<?> type) {
        return Stream.of(
                        CALL,
                        new Problem(
                                TYPE.uri(),
                                TYPE.code(),
                                TYPE.title(),
                                TYPE.titleZh(),
                                TYPE.status(),
                                "a detail",
                                TYPE.source(),
                                TYPE.retryable(),
                                "/partnerReference",
                                null,
                                CALL.traceId()),
                        SignatureFailure.INVALID,
                        Duration.ofSeconds(1),
                        new IllegalStateException("cause"),
                        "a text")
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> type == int.class ? 409 : true);
    }

    @ParameterizedTest
    @MethodSource("everyConstructor")
    void arrivesAsItWasThrown(Constructor<?> constructor) throws Exception {
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(SerialisationTest::sample)
                .toArray();
        TongbanException thrown = (TongbanException) constructor.newInstance(arguments);

        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(octets)) {
            out.writeObject(thrown);
        }
        TongbanException arrived;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(octets.toByteArray()))) {
            arrived = (TongbanException) in.readObject();
        }

        assertThat(arrived).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
        assertThat(arrived)
                .usingRecursiveComparison()
                .ignoringFields("stackTrace", "suppressedExceptions", "cause.stackTrace")
                .isEqualTo(thrown);
        assertThat(arrived.answer().orElseThrow().body()).isEqualTo(ANSWER.body());
    }
}
