package io.tongban.sdk;

import io.tongban.api.advice.AdviceApi;
import io.tongban.api.agency.AgencyApi;
import io.tongban.api.agency.ProvinceControlApi;
import io.tongban.api.agency.ReconciliationApi;
import io.tongban.api.agency.ReviewApi;
import io.tongban.api.agency.RiskApi;
import io.tongban.api.agency.StopApi;
import io.tongban.api.approval.ApprovalApi;
import io.tongban.api.certification.CertificationApi;
import io.tongban.api.certification.CertificationApprovalApi;
import io.tongban.api.change.ChangeApi;
import io.tongban.api.cover.CoverApi;
import io.tongban.api.day.CounterDayApi;
import io.tongban.api.decline.AgencyDeclineApi;
import io.tongban.api.decline.DeclineApi;
import io.tongban.api.keys.KeysApi;
import io.tongban.api.mandate.MandateApi;
import io.tongban.api.operator.OperatorApi;
import io.tongban.api.payment.CounterPaymentApi;
import io.tongban.api.payout.PayoutApi;
import io.tongban.api.policy.PolicyApi;
import io.tongban.api.problem.ProblemApi;
import io.tongban.api.province.ProvinceApi;
import io.tongban.api.quote.QuoteApi;
import io.tongban.api.requestlog.RequestLogApi;
import io.tongban.api.scenario.ScenarioApi;
import io.tongban.api.servicepoint.ServicePointApi;
import io.tongban.api.servicepoint.ServicePointImportApi;
import io.tongban.api.status.StatusApi;
import io.tongban.api.subsidy.SubsidyApi;
import io.tongban.api.webhook.EventApi;
import io.tongban.api.webhook.RedeliveryApi;
import io.tongban.api.webhook.WebhookApi;
import io.tongban.api.withholding.WithholdingApi;
import io.tongban.api.worker.WorkerApi;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An operation as the contract's JAX-RS interface states it; there the method's name is the operationId. */
record ContractOperation(String name, String method, String pathPattern, boolean isEffect) {
    private static final List<ContractOperation> ALL = Stream.of(
                    WorkerApi.class,
                    ApprovalApi.class,
                    MandateApi.class,
                    WithholdingApi.class,
                    ChangeApi.class,
                    PayoutApi.class,
                    StatusApi.class,
                    CoverApi.class,
                    ProvinceApi.class,
                    PolicyApi.class,
                    QuoteApi.class,
                    AdviceApi.class,
                    SubsidyApi.class,
                    DeclineApi.class,
                    AgencyDeclineApi.class,
                    WebhookApi.class,
                    EventApi.class,
                    RedeliveryApi.class,
                    RequestLogApi.class,
                    ScenarioApi.class,
                    CertificationApi.class,
                    CertificationApprovalApi.class,
                    ProblemApi.class,
                    AgencyApi.class,
                    ProvinceControlApi.class,
                    StopApi.class,
                    RiskApi.class,
                    ReconciliationApi.class,
                    ReviewApi.class,
                    OperatorApi.class,
                    CounterPaymentApi.class,
                    CounterDayApi.class,
                    ServicePointApi.class,
                    ServicePointImportApi.class,
                    KeysApi.class)
            .flatMap(api -> Arrays.stream(api.getMethods()).map(method -> of(api, method)))
            .toList();

    static ContractOperation named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    static List<String> names() {
        return ALL.stream().map(ContractOperation::name).toList();
    }

    private static ContractOperation of(Class<?> api, Method method) {
        String verb = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
        Path own = method.getAnnotation(Path.class);
        String path = api.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        boolean effect = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals("Idempotency-Key"));
        return new ContractOperation(method.getName(), verb, path.replaceAll("\\{[^}]+}", "[^/]+"), effect);
    }
}
