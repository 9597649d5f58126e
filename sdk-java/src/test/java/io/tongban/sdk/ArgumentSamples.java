package io.tongban.sdk;

import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.agency.ProvinceStateChange;
import io.tongban.api.agency.RiskCaseState;
import io.tongban.api.approval.ApprovalState;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.province.ProvinceState;
import io.tongban.api.servicepoint.ServicePointFile;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.sdk.fake.Outcome;
import io.tongban.sdk.fake.TongbanFake;
import io.tongban.sdk.farside.AdviceSamples;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.ChangeSamples;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.QuoteSamples;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.farside.SubsidySamples;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.sdk.transport.ProxySettings;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A value of each type that an argument of the SDK's can have; which one does not matter. */
final class ArgumentSamples {
    private static final PartnerKey KEY = PartnerKey.ofJwk(Keys.p256("key-1").toJSONString());
    private static final KeyLookup NO_KEYS = keyid -> new KeyAnswer.Unknown();
    private static final Transport NOWHERE = request -> new CompletableFuture<>();
    private static final Consumer<Object> DEAF = heard -> {};
    private static final List<Object> VALUES = values().toList();

    private ArgumentSamples() {}

    static Object of(Class<?> type) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, of(type.getComponentType()));
            return array;
        }
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return VALUES.stream()
                .filter(type::isInstance)
                .findFirst()
                .or(() -> type.isEnum() ? Optional.of(type.getEnumConstants()[0]) : Optional.empty())
                .orElseGet(() -> record(type));
    }

    private static Object record(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException("No sample of " + type);
        }
        Constructor<?> constructor = type.getConstructors()[0];
        try {
            return constructor.newInstance(Arrays.stream(constructor.getParameters())
                    .map(each ->
                            each.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : of(each.getType()))
                    .toArray());
        } catch (ReflectiveOperationException unable) {
            throw new IllegalStateException("No sample of " + type, unable);
        }
    }

    private static Stream<Object> values() {
        return Stream.concat(
                Stream.of(
                        "id",
                        Duration.ofSeconds(5),
                        RequestOptions.none(),
                        WithholdingQuery.all(),
                        PayoutQuery.all(),
                        Samples.payoutReport().payouts().get(0),
                        Samples.payoutReport(),
                        Samples.instructionRequest(),
                        ReviewTaskQuery.all(),
                        ReconciliationDayQuery.all(),
                        DayDifferenceQuery.all(),
                        Samples.registration(),
                        Samples.grant(),
                        Samples.order("r-1"),
                        MandateRevocation.builder().revokedAt(Samples.NOW).build(),
                        WebhookEndpointSpec.builder()
                                .url(URI.create("https://partner.example/x"))
                                .events(Set.of(EventType.WORKER_ENROLLED))
                                .build(),
                        PartnerRegistration.builder()
                                .clientId("new")
                                .name("New")
                                .kind(PartnerKind.PLATFORM)
                                .jwks(Map.of())
                                .build(),
                        PartnerKeys.builder().jwks(Map.of()).build(),
                        ProvinceStateChange.builder()
                                .state(ProvinceState.RUNNING)
                                .reason("because")
                                .build(),
                        ServicePointQuery.near(23.1, 113.2),
                        ServicePointFile.builder()
                                .owner("bank")
                                .lines(List.of("x"))
                                .build(),
                        OperatorRegistration.builder()
                                .staffNumber("T1001")
                                .role(OperatorRole.TELLER)
                                .points(List.of("gz-001"))
                                .build(),
                        AgencySamples.SUSPENSION,
                        AgencySamples.CERTIFICATION_APPROVAL_ORDER,
                        AgencySamples.PAYMENT_ORDER,
                        AgencySamples.DAY_REPORT,
                        AgencySamples.DAY_PAGE,
                        AgencySamples.STOP_ORDER,
                        AgencySamples.RISK_DECISION,
                        RiskCaseState.HELD,
                        ApprovalState.PENDING,
                        AgencySamples.PROOF,
                        DualControlProofTest.signer("t1001"),
                        List.of(),
                        PolicyQuery.of("44"),
                        QuoteSamples.REQUEST,
                        AdviceSamples.REQUEST,
                        AdviceSamples.REPORT,
                        SubsidySamples.REQUEST,
                        SubsidySamples.ORDER,
                        YearMonth.of(2026, 10),
                        LocalDate.of(2026, 11, 28),
                        Samples.NOW,
                        AgencySamples.SETTLEMENT,
                        PartnerState.ACTIVE,
                        ProvinceState.RUNNING),
                Stream.concat(foundations(), CardSamples.all()));
    }

    private static Stream<Object> foundations() {
        try {
            return Stream.of(
                    KEY,
                    ChangeSamples.ORDER,
                    ChangeSamples.CORRECTION,
                    Outcome.confirmed(),
                    NO_KEYS,
                    NOWHERE,
                    DEAF,
                    Clock.systemUTC(),
                    Path.of("nowhere"),
                    URI.create("https://gateway.example"),
                    new ByteArrayInputStream(new byte[0]),
                    SSLContext.getDefault(),
                    RetryBudget.none(),
                    ProxySettings.of("proxy.example", 3128),
                    new TransportRequest(
                            "GET", URI.create("https://x.example"), Map.of(), new byte[0], Duration.ofSeconds(1), 1),
                    TongbanFake.create().client(),
                    Map.of(),
                    Set.of());
        } catch (NoSuchAlgorithmException without) {
            throw new IllegalStateException("This platform lacks TLS", without);
        }
    }
}
