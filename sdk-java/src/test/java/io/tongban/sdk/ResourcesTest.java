package io.tongban.sdk;

import static io.tongban.sdk.farside.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.agency.AuditVerification;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerAlertList;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerList;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.cover.WorkerCover;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.mandate.MandateState;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.problem.ProblemCatalogue;
import io.tongban.api.problem.ProblemEntry;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.ProvinceList;
import io.tongban.api.province.ProvinceState;
import io.tongban.api.status.WorkerStatus;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.withholding.Receipt;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.QuoteSamples;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourcesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final URI URL = URI.create("https://partner.example/tongban");
    private static final Partner PARTNER =
            new Partner("p-1", "丰送外卖", PartnerKind.PLATFORM, null, PartnerState.ACTIVE, List.of("k"), NOW);
    private static final WebhookEndpoint ENDPOINT =
            new WebhookEndpoint("whe_1", URL, Set.of(EventType.WITHHOLDING_CONFIRMED), NOW);

    static Stream<Arguments> operations() {
        return Stream.of(
                of(
                        "registerWorker",
                        t -> t.workers().register(Samples.registration()),
                        Samples.worker(EnrolmentState.PENDING)),
                of("readWorker", t -> t.workers().get("wkr_1"), Samples.worker(EnrolmentState.ENROLLED)),
                of("findWorker", t -> t.workers().findByCitizenNumber("x"), Samples.worker(EnrolmentState.ENROLLED)),
                of("createMandate", t -> t.mandates().create(Samples.grant()), Samples.mandate(MandateState.ACTIVE)),
                of("readMandate", t -> t.mandates().get("mdt_1"), Samples.mandate(MandateState.ACTIVE)),
                of(
                        "revokeMandate",
                        t -> t.mandates()
                                .revoke(
                                        "mdt_1",
                                        MandateRevocation.builder()
                                                .revokedAt(NOW)
                                                .build()),
                        Samples.mandate(MandateState.REVOKED)),
                of(
                        "withhold",
                        t -> t.withholdings().withhold(Samples.order("r-1")),
                        Samples.withholding("r-1", WithholdingState.ACCEPTED)),
                of(
                        "readWithholding",
                        t -> t.withholdings().get("wh_1"),
                        Samples.withholding("r-1", WithholdingState.CONFIRMED)),
                of(
                        "listWithholdings",
                        t -> t.withholdings()
                                .listAsync(WithholdingQuery.all(), null)
                                .join(),
                        new WithholdingPage(List.of(), null)),
                of(
                        "reportPayouts",
                        t -> t.payouts().report(Samples.payoutReport()),
                        new PayoutList(List.of(Samples.payout()))),
                of("readPayout", t -> t.payouts().get("pyo_1"), Samples.payout()),
                of(
                        "listPayouts",
                        t -> t.payouts().listAsync(PayoutQuery.all(), null).join(),
                        new PayoutPage(List.of(Samples.payout()), null)),
                of("readReceipt", t -> t.withholdings().receipt("wh_1"), new Receipt("wh_1", "a.b.c")),
                of(
                        "listProvinces",
                        t -> new ProvinceList(t.provinces().list()),
                        new ProvinceList(List.of(AgencySamples.PROVINCE))),
                of("readProvince", t -> t.provinces().get("44"), AgencySamples.PROVINCE),
                of("listPolicies", t -> t.policies().list(PolicyQuery.of("44")), QuoteSamples.RULES),
                of("quote", t -> t.quotes().quote(QuoteSamples.REQUEST), QuoteSamples.QUOTE),
                of("readStatus", t -> t.statuses().of("wkr_1"), new WorkerStatus("wkr_1", List.of())),
                of(
                        "readCover",
                        t -> t.statuses().cover("wkr_1", DAY, DAY),
                        new WorkerCover("wkr_1", DAY, DAY, List.of())),
                of(
                        "createWebhookEndpoint",
                        t -> t.webhookEndpoints()
                                .create(WebhookEndpointSpec.builder()
                                        .url(URL)
                                        .events(Set.of(EventType.WORKER_ENROLLED))
                                        .build()),
                        ENDPOINT),
                of(
                        "listWebhookEndpoints",
                        t -> new WebhookEndpointList(t.webhookEndpoints().list()),
                        new WebhookEndpointList(List.of(ENDPOINT))),
                of(
                        "listProblems",
                        t -> new ProblemCatalogue(t.problems().catalogue()),
                        new ProblemCatalogue(List.of(ProblemEntry.of(ProblemType.UNAVAILABLE)))),
                of("readProblem", t -> t.problems().get("unavailable"), ProblemEntry.of(ProblemType.UNAVAILABLE)),
                of(
                        "registerPartner",
                        t -> t.agency()
                                .register(PartnerRegistration.builder()
                                        .clientId("p-1")
                                        .name("丰送外卖")
                                        .kind(PartnerKind.PLATFORM)
                                        .jwks(Map.of("keys", List.of()))
                                        .build()),
                        PARTNER),
                of("listPartners", t -> new PartnerList(t.agency().list()), new PartnerList(List.of(PARTNER))),
                of("readPartner", t -> t.agency().get("p-1"), PARTNER),
                of(
                        "replacePartnerKeys",
                        t -> t.agency()
                                .replaceKeys(
                                        "p-1",
                                        PartnerKeys.builder()
                                                .jwks(Map.of("keys", List.of()))
                                                .build()),
                        PARTNER),
                of("changePartnerState", t -> t.agency().changeState("p-1", PartnerState.ACTIVE), PARTNER),
                of(
                        "changeProvinceState",
                        t -> t.agency().changeProvinceState("44", ProvinceState.PAUSED, "a move"),
                        AgencySamples.CONTROL),
                of(
                        "listReviewTasks",
                        t -> t.reviewTasks()
                                .listAsync(ReviewTaskQuery.all(), null)
                                .join(),
                        new ReviewTaskPage(List.of(AgencySamples.TASK), "next")),
                of("readReviewTask", t -> t.reviewTasks().get("tsk_1"), AgencySamples.TASK),
                of(
                        "resolveReviewTask",
                        t -> t.reviewTasks().settle("tsk_1", AgencySamples.SETTLEMENT),
                        AgencySamples.TASK),
                of("rotateGatewayKey", t -> t.agency().rotateGatewayKey(), new GatewayKey("gw-2", NOW, null)),
                of(
                        "listPartnerAlerts",
                        t -> new PartnerAlertList(t.agency().alerts()),
                        new PartnerAlertList(List.of())),
                of("verifyAudit", t -> t.agency().verifyAudit(), new AuditVerification(true, 3, 0, null, "00")));
    }

    private static Arguments of(String operation, Function<Tongban, Object> call, Object answer) {
        return Arguments.of(operation, call, answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void speaksTheContractAndReadsTheAnswer(String operation, Function<Tongban, Object> call, Object answer) {
        try (Scene scene = new Scene()) {
            // A new endpoint is looked for among all; whatever else is called has its one answer.
            Reply endpoints = Reply.of(200, new WebhookEndpointList(List.of(ENDPOINT)));
            scene.gateway().answer(Reply.of(200, answer), endpoints);

            assertThat(call.apply(scene.client())).isEqualTo(answer);

            assertThat(scene.gateway().faults()).isEmpty();
            Received request = scene.gateway().received().get(0);
            ContractOperation contract = ContractOperation.named(operation);
            assertThat(request.method()).isEqualTo(contract.method());
            assertThat(request.path()).matches(contract.pathPattern());
            assertThat(request.field("Idempotency-Key").isPresent()).isEqualTo(contract.isEffect());
        }
    }

    @Test
    void deletesWithoutAnAnswerBody() {
        try (Scene scene = new Scene()) {
            scene.gateway().answer(Reply.empty(204));

            scene.client().webhookEndpoints().delete("whe_1");

            Received request = scene.gateway().received().get(0);
            assertThat(request.method()).isEqualTo("DELETE");
            assertThat(request.path())
                    .matches(ContractOperation.named("deleteWebhookEndpoint").pathPattern());
            assertThat(request.field("Idempotency-Key")).isPresent();
        }
    }

    @Test
    void hasAMethodForEveryOperationOfTheContract() {
        Set<String> notForPartners = Set.of("readGatewayKeys", "readPartnerKeys", "deleteWebhookEndpoint");

        assertThat(operations().map(row -> (String) row.get()[0]))
                .containsExactlyInAnyOrderElementsOf(ContractOperation.names().stream()
                        .filter(name -> !notForPartners.contains(name))
                        .toList());
    }
}
