package io.tongban.sdk;

import static io.tongban.sdk.farside.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationHtml;
import io.tongban.api.certification.CertificationPage;
import io.tongban.api.certification.CertificationReport;
import io.tongban.api.certification.CertificationSummary;
import io.tongban.api.change.InsuranceChangeList;
import io.tongban.api.cover.WorkerCover;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.mandate.MandateState;
import io.tongban.api.payout.PayoutList;
import io.tongban.api.payout.PayoutPage;
import io.tongban.api.payout.PayoutReceipt;
import io.tongban.api.problem.ProblemCatalogue;
import io.tongban.api.problem.ProblemEntry;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.ProvinceList;
import io.tongban.api.requestlog.RequestLogPage;
import io.tongban.api.scenario.Scenario;
import io.tongban.api.scenario.ScenarioList;
import io.tongban.api.status.WorkerStatus;
import io.tongban.api.subsidy.SubsidyClaimList;
import io.tongban.api.webhook.EventPage;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.Redelivery;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.withholding.Receipt;
import io.tongban.api.withholding.Timeline;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.sdk.farside.AdviceSamples;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.ChangeSamples;
import io.tongban.sdk.farside.QuoteSamples;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.farside.SubsidySamples;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourcesTest {
    private static final Certification CERTIFICATION = new Certification(
            "crt_1", "platform", "1", NOW, NOW, null, List.of(), List.of(AgencySamples.CERTIFICATION_APPROVAL));
    private static final CertificationSummary SUMMARY =
            new CertificationSummary("crt_1", "platform", "1", NOW, NOW, NOW, true, CERTIFICATION.approvals());
    private static final Scenario SCENARIO =
            new Scenario("lost-reply", "The answer is lost.", "应答丢失。", 1, List.of("POST /v1/withholdings"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final URI URL = URI.create("https://partner.example/tongban");
    private static final WebhookEndpoint ENDPOINT =
            new WebhookEndpoint("whe_1", URL, Set.of(EventType.WITHHOLDING_CONFIRMED), NOW);

    static Stream<Arguments> operations() {
        return Stream.of(CounterOperations.all(), AgencyOperations.all(), others())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                of(
                        "registerWorker",
                        t -> t.workers().register(Samples.registration()),
                        Samples.worker(EnrolmentState.PENDING)),
                of("readWorker", t -> t.workers().get("wkr_1"), Samples.worker(EnrolmentState.ENROLLED)),
                of("findWorker", t -> t.workers().findByCitizenNumber("x"), Samples.worker(EnrolmentState.ENROLLED)),
                of(
                        "changeInsurance",
                        t -> t.changes().change("wkr_1", ChangeSamples.ORDER),
                        new InsuranceChangeList(List.of(ChangeSamples.CHANGE))),
                of("correctWorker", t -> t.changes().correct("wkr_1", ChangeSamples.CORRECTION), ChangeSamples.CHANGE),
                of(
                        "listChanges",
                        t -> t.changes().list("wkr_1"),
                        new InsuranceChangeList(List.of(ChangeSamples.CHANGE))),
                of("readChange", t -> t.changes().get("wkr_1", "chg_1"), ChangeSamples.CHANGE),
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
                of("askForInstruction", t -> t.payouts().instruct(Samples.instructionRequest()), Samples.instruction()),
                of("readPayoutReceipt", t -> t.payouts().receipt("pyo_1"), new PayoutReceipt("pyo_1", "jws")),
                of("readPayout", t -> t.payouts().get("pyo_1"), Samples.payout()),
                of(
                        "listPayouts",
                        t -> t.payouts().listAsync(PayoutQuery.all(), null).join(),
                        new PayoutPage(List.of(Samples.payout()), null)),
                of("readTimeline", t -> t.withholdings().timeline("wh_1"), new Timeline("wh_1", List.of())),
                of("readReceipt", t -> t.withholdings().receipt("wh_1"), new Receipt("wh_1", "a.b.c")),
                of(
                        "listProvinces",
                        t -> new ProvinceList(t.provinces().list()),
                        new ProvinceList(List.of(AgencySamples.PROVINCE))),
                of("readProvince", t -> t.provinces().get("44"), AgencySamples.PROVINCE),
                of("listPolicies", t -> t.policies().list(PolicyQuery.of("44")), QuoteSamples.RULES),
                of("quote", t -> t.quotes().quote(QuoteSamples.REQUEST), QuoteSamples.QUOTE),
                of("advise", t -> t.advice().advise(AdviceSamples.REQUEST), AdviceSamples.ADVICE),
                of("recordDecline", t -> t.declines().record(AdviceSamples.REPORT), AdviceSamples.DECLINE),
                of("countDeclines", t -> t.declines().counts(YearMonth.of(2026, 10)), AdviceSamples.COUNTS),
                of(
                        "countDeclinesOfProvince",
                        t -> t.agency().declines(YearMonth.of(2026, 10), "44"),
                        AdviceSamples.COUNTS),
                of(
                        "proveContribution",
                        t -> t.subsidies().prove("wkr_1", SubsidySamples.REQUEST),
                        SubsidySamples.PROOF),
                of("claimSubsidy", t -> t.subsidies().claim("wkr_1", SubsidySamples.ORDER), SubsidySamples.CLAIM),
                of(
                        "listSubsidyClaims",
                        t -> t.subsidies().list("wkr_1"),
                        new SubsidyClaimList(List.of(SubsidySamples.CLAIM))),
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
                of("redeliverEvents", t -> t.webhookEndpoints().fillIn("whe_1", NOW), new Redelivery(3, null)),
                of("redeliverEvent", t -> t.webhookEndpoints().redeliver("whe_1", "evt_1"), new Redelivery(1, null)),
                of(
                        "listEvents",
                        t -> t.events().after("AAAA", Duration.ofSeconds(1)),
                        new EventPage(List.of(), "AAAB")),
                of("readRequest", t -> t.requestLog().get("req_1"), AgencySamples.REQUEST),
                of(
                        "listRequests",
                        t -> t.requestLog().listAsync(null).join(),
                        new RequestLogPage(List.of(AgencySamples.REQUEST), null)),
                of("listScenarios", t -> new ScenarioList(t.scenarios().list()), new ScenarioList(List.of(SCENARIO))),
                of("startCertification", t -> t.certifications().start("platform"), CERTIFICATION),
                of("readCertification", t -> t.certifications().get("crt_1"), CERTIFICATION),
                of(
                        "listCertifications",
                        t -> t.certifications().listAsync(null).join(),
                        new CertificationPage(List.of(SUMMARY), "crt_0")),
                of(
                        "readCertificationHtml",
                        t -> t.certifications().html("crt_1"),
                        new CertificationHtml("crt_1", "<!doctype html>")),
                of(
                        "reportCertification",
                        t -> t.certifications().report("crt_1"),
                        new CertificationReport("crt_1", "a.b.c")),
                of(
                        "listProblems",
                        t -> new ProblemCatalogue(t.problems().catalogue()),
                        new ProblemCatalogue(List.of(ProblemEntry.of(ProblemType.UNAVAILABLE)))),
                of("readProblem", t -> t.problems().get("unavailable"), ProblemEntry.of(ProblemType.UNAVAILABLE)));
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
