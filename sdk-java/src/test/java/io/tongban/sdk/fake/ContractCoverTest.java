package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.advice.AdviceApi;
import io.tongban.api.agency.AgencyApi;
import io.tongban.api.agency.ProvinceControlApi;
import io.tongban.api.agency.ReconciliationApi;
import io.tongban.api.agency.ReviewApi;
import io.tongban.api.change.ChangeApi;
import io.tongban.api.cover.CoverApi;
import io.tongban.api.decline.AgencyDeclineApi;
import io.tongban.api.decline.DeclineApi;
import io.tongban.api.mandate.MandateApi;
import io.tongban.api.operator.OperatorApi;
import io.tongban.api.payout.PayoutApi;
import io.tongban.api.policy.PolicyApi;
import io.tongban.api.problem.ProblemApi;
import io.tongban.api.province.ProvinceApi;
import io.tongban.api.quote.QuoteApi;
import io.tongban.api.servicepoint.ServicePointApi;
import io.tongban.api.status.StatusApi;
import io.tongban.api.subsidy.SubsidyApi;
import io.tongban.api.webhook.EventApi;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.junit.jupiter.api.Test;

/** What the contract states and the fake serves: the same operations, scopes, statuses and effects. */
class ContractCoverTest {
    /** What only a gateway has: the fake keeps no record of requests. */
    private static final String TIMELINE = "/timeline";

    private static List<String> ofTheContract() {
        return Stream.of(
                        WorkerApi.class,
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
                        ProblemApi.class,
                        AgencyApi.class,
                        ProvinceControlApi.class,
                        ReconciliationApi.class,
                        ReviewApi.class,
                        ServicePointApi.class,
                        OperatorApi.class,
                        EventApi.class)
                .flatMap(api -> Arrays.stream(api.getMethods()).map(method -> line(api, method)))
                .filter(line -> !line.contains(TIMELINE))
                .toList();
    }

    private static String line(Class<?> api, Method method) {
        String verb = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
        Path own = method.getAnnotation(Path.class);
        SecurityRequirement security = method.getAnnotation(SecurityRequirement.class);
        APIResponseSchema schema = method.getAnnotation(APIResponseSchema.class);
        String status = schema == null ? method.getAnnotation(APIResponse.class).responseCode() : schema.responseCode();
        boolean effect = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals("Idempotency-Key"));
        return line(
                verb,
                api.getAnnotation(Path.class).value() + (own == null ? "" : own.value()),
                security == null ? "" : String.join(",", security.scopes()),
                status,
                effect);
    }

    private static String line(String verb, String path, String scope, String status, boolean effect) {
        return String.join(" ", verb, path, scope, status, effect ? "effect" : "read");
    }

    @Test
    void servesEveryOperationOfTheContractAsItIsStated() {
        assertThat(TongbanFake.create().routes().stream()
                        .map(route -> line(
                                route.method(),
                                route.path(),
                                route.scope(),
                                String.valueOf(route.status()),
                                route.effect())))
                .containsExactlyInAnyOrderElementsOf(ofTheContract());
    }
}
