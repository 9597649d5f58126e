package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sdk.card.DriverCardReader;
import io.tongban.sdk.card.SimulatedCard;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.transport.TransportResponse;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of the SDK that writes itself as text is made from secrets here; what may be shown is listed. */
class ToStringTest {
    private static final String SECRET = "S3CRET";

    /** Types and parameters that are meant to be shown; none of them is secret or personal. */
    private static final Set<String> MAY_BE_SHOWN = Set.of(
            "CallInfo.operation",
            "CallInfo.idempotencyKey",
            "CallInfo.reference",
            "CallInfo.traceId",
            "Call.operation",
            "Name.shown",
            "RawAnswer.status",
            "Untrusted.hint", // written in this SDK
            "Effect.key", // an idempotency key
            "Effect.reference",
            "Options.traceparent",
            "RequestOptions.idempotencyKey",
            "RequestOptions.traceparent",
            "Trace.id",
            "Trace.flags",
            "WithholdingQuery.workerId",
            "WithholdingQuery.partnerReference",
            "PayoutQuery.workerId",
            "PayoutQuery.partnerReference",
            "ReconciliationDayQuery.province",
            "DayDifferenceQuery.province",
            "ReviewTaskQuery.province",
            "Page.items", // what the caller asked for
            "Page.next",
            "NotSent.reason", // written in this SDK
            "SignedDocument.name",
            "SignedDocument.type",
            "NoAnswer.reason",
            "Unreadable.reason",
            "CardUnreadable.reason",
            "Place.file", // of every card
            "Place.identifier",
            "TransportRequest.method",
            "ProxySettings.host",
            "ConnectHead.target", // host and port
            "GatewayKeys.verifiers", // key ids
            "JcaPartnerKey.keyId",
            "IdempotentCalls.clientId",
            "Tongban.name",
            "ClientConfig.clientId",
            "ClientConfig.baseUrl",
            "Endpoints.base",
            "Endpoints.issuer",
            "Endpoints.token",
            "Endpoints.keys");

    /** The contract keeps personal data out of receipts. */
    private static final Set<Class<?>> SHOWN_WHOLE = Set.of(
            VerifiedReceipt.class,
            VerifiedPayoutReceipt.class,
            VerifiedPayoutReceipt.Part.class,
            VerifiedPayoutReceipt.Returned.class,
            VerifiedInstruction.class);

    static Stream<Class<?>> types() throws IOException {
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("io/tongban/sdk"))) {
            List<Class<?>> types = new ArrayList<>();
            files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .filter(name -> !name.startsWith("io/tongban/sdk/fake/")) // holds invented persons alone
                    .map(name -> type(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(ToStringTest::writesItself)
                    .forEach(types::add);
            return types.stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, ToStringTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean writesItself(Class<?> type) {
        return !type.isEnum()
                && !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("toString"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void doesNotShowWhatItWasGiven(Class<?> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            constructor.setAccessible(true);
            Object[] arguments = Arrays.stream(constructor.getParameters())
                    .map(parameter -> argument(type, parameter))
                    .toArray();
            assertThat(made(constructor, arguments)).doesNotContain(SECRET);
        }
    }

    /** What refuses values that are not of their form does not show them either. */
    private static String made(Constructor<?> constructor, Object[] arguments) throws Exception {
        try {
            return String.valueOf(constructor.newInstance(arguments));
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause()).isExactlyInstanceOf(IllegalArgumentException.class);
            return String.valueOf(refused.getCause().getMessage());
        }
    }

    private static Object argument(Class<?> type, Parameter parameter) {
        boolean shown = MAY_BE_SHOWN.contains(type.getSimpleName() + "." + parameter.getName());
        return value(parameter.getType(), shown || SHOWN_WHOLE.contains(type) ? "shown" : SECRET);
    }

    private static Object value(Class<?> type, String text) {
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(String.class, text),
                Map.entry(Object.class, text),
                Map.entry(byte[].class, text.getBytes()),
                Map.entry(Map.class, Map.of(text, List.of(text))),
                Map.entry(List.class, List.of(text)),
                Map.entry(Set.class, Set.of(text)),
                Map.entry(URI.class, URI.create("https://gw.example/?" + text)),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(Duration.class, Duration.ofSeconds(1)),
                Map.entry(Integer.class, 1),
                Map.entry(int.class, 200),
                Map.entry(long.class, 1L),
                Map.entry(double.class, 0.5),
                Map.entry(boolean.class, true),
                Map.entry(
                        TransportResponse.class,
                        new TransportResponse(200, Map.of(text, List.of(text)), text.getBytes())),
                Map.entry(SimulatedCard.Builder.class, SimulatedCard.builder(1).name(SECRET)),
                Map.entry(DriverCardReader.Builder.class, DriverCardReader.builder(CardSamples.MUTE)),
                Map.entry(CallInfo.class, CallInfo.local("o")));
        return values.get(type);
    }
}
