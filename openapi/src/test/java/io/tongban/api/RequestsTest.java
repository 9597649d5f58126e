package io.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.advice.AdviceApi;
import io.tongban.api.agency.AgencyApi;
import io.tongban.api.agency.ProvinceControlApi;
import io.tongban.api.agency.ReconciliationApi;
import io.tongban.api.agency.ReviewApi;
import io.tongban.api.agency.RiskApi;
import io.tongban.api.agency.StopApi;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.change.ChangeApi;
import io.tongban.api.day.CounterDayApi;
import io.tongban.api.decline.AgencyDeclineApi;
import io.tongban.api.decline.DeclineApi;
import io.tongban.api.mandate.MandateApi;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.operator.OperatorApi;
import io.tongban.api.payment.CounterPaymentApi;
import io.tongban.api.payout.PayoutApi;
import io.tongban.api.quote.QuoteApi;
import io.tongban.api.servicepoint.ServicePointImportApi;
import io.tongban.api.subsidy.SubsidyApi;
import io.tongban.api.webhook.WebhookApi;
import io.tongban.api.withholding.WithholdingApi;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.WorkerApi;
import jakarta.validation.Valid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What partners send is made by builders alone, so that a field that comes later breaks no source. */
class RequestsTest {
    static Stream<Class<?>> bodies() {
        return Stream.of(
                        WorkerApi.class,
                        MandateApi.class,
                        WithholdingApi.class,
                        ChangeApi.class,
                        PayoutApi.class,
                        QuoteApi.class,
                        AdviceApi.class,
                        SubsidyApi.class,
                        DeclineApi.class,
                        AgencyDeclineApi.class,
                        WebhookApi.class,
                        AgencyApi.class,
                        ReconciliationApi.class,
                        ReviewApi.class,
                        ProvinceControlApi.class,
                        StopApi.class,
                        RiskApi.class,
                        ServicePointImportApi.class,
                        OperatorApi.class,
                        CounterPaymentApi.class,
                        CounterDayApi.class)
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(Valid.class))
                .<Class<?>>map(Parameter::getType)
                .distinct();
    }

    @Test
    void findsTheBodies() {
        assertThat(bodies()).hasSizeGreaterThan(9).contains(WithholdingOrder.class, TaskResolution.class);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void hasNoPublicConstructorAndABuilderThatSaysWhatIsMissing(Class<?> type) throws Exception {
        assertThat(type.getConstructors()).isEmpty();

        Object builder = type.getMethod("builder").invoke(null);

        assertThatThrownBy(() -> builder.getClass().getMethod("build").invoke(builder))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A " + type.getSimpleName() + " needs its ");
    }

    @Test
    void changesSingleValuesAndComparesByAllOfThem() {
        WithholdingOrder october = WithholdingOrder.builder()
                .partnerReference("wh-10")
                .workerId("wkr_1")
                .mandateId("mdt_1")
                .insurance("AAE140:110")
                .period(YearMonth.of(2026, 10))
                .baseFen(551_000)
                .amountFen(110_200)
                .build();
        WithholdingOrder november =
                october.toBuilder().period(YearMonth.of(2026, 11)).build();

        assertThat(november).isNotEqualTo(october).hasToString("WithholdingOrder[wh-10]");
        assertThat(november.toBuilder().period(YearMonth.of(2026, 10)).build())
                .isEqualTo(october)
                .hasSameHashCodeAs(october);
    }

    @Test
    void keepsItsOwnCopyOfAList() {
        List<String> insurances = new ArrayList<>(List.of("AAE140:110"));
        MandateGrant.Builder builder = MandateGrant.builder()
                .partnerReference("mandate-1")
                .workerId("wkr_1")
                .province("44")
                .insurances(insurances)
                .capFen(1)
                .validFrom(YearMonth.of(2026, 10))
                .signedAt(Instant.EPOCH)
                .agreementReference("agreement-1");
        MandateGrant grant = builder.build();
        insurances.add(null);

        assertThat(grant.insurances()).containsExactly("AAE140:110");
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoPersonalDataInItsText() {
        assertThat(TaskResolution.builder()
                        .outcome(TaskOutcome.BOOKED)
                        .personNumber("4401000012345678")
                        .note("asked")
                        .build())
                .hasToString("TaskResolution[BOOKED]");
    }
}
