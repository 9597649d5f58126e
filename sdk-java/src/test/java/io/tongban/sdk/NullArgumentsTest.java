package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.tongban.sdk.fake.TongbanFake;
import io.tongban.sdk.farside.AdviceSamples;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.QuoteSamples;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.farside.SubsidySamples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As the README says: null is an IllegalArgumentException, at once, whichever argument of whichever method it is. */
class NullArgumentsTest {
    private final Tongban tongban = TongbanFake.create().client();

    private List<Object> resources() {
        return List.of(
                tongban.workers(),
                tongban.mandates(),
                tongban.withholdings(),
                tongban.payouts(),
                tongban.statuses(),
                tongban.provinces(),
                tongban.policies(),
                tongban.quotes(),
                tongban.servicePoints(),
                tongban.operators(),
                tongban.counterPayments(),
                tongban.approvals(),
                tongban.counterDays(),
                tongban.advice(),
                tongban.declines(),
                tongban.subsidies(),
                tongban.webhookEndpoints(),
                tongban.events(),
                tongban.requestLog(),
                tongban.scenarios(),
                tongban.certifications(),
                tongban.problems(),
                tongban.agency(),
                tongban.reconciliation(),
                tongban.riskCases(),
                tongban.reviewTasks());
    }

    @TestFactory
    Stream<DynamicTest> noMethodOfAResourceTakesNull() {
        return resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getClass().getDeclaredMethods())
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                        .flatMap(method -> nulls(resource, method)));
    }

    private static Stream<DynamicTest> nulls(Object resource, Method method) {
        List<DynamicTest> tests = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            int place = i;
            boolean mayBeNull = parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!mayBeNull) {
                String name =
                        resource.getClass().getSimpleName() + "." + method.getName() + " " + parameters[i].getName();
                tests.add(DynamicTest.dynamicTest(name, () -> refusesNull(resource, method, place)));
            }
        }
        return tests.stream();
    }

    private static void refusesNull(Object resource, Method method, int place) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(NullArgumentsTest::sample)
                .toArray();
        arguments[place] = null;
        try {
            method.invoke(resource, arguments);
            assertThat(method).as("took null").isNull();
        } catch (InvocationTargetException thrown) {
            assertThat(thrown.getCause()).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(thrown.getCause().getMessage()).as("says something").isNotBlank();
        }
    }

    private static Object sample(Class<?> type) {
        return Stream.of(
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
                        ProvinceState.RUNNING)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No sample of " + type));
    }
}
