package io.tongban.sdk;

import io.tongban.api.agency.RiskCasePage;
import io.tongban.api.agency.RiskCaseState;
import io.tongban.api.approval.ApprovalPage;
import io.tongban.api.approval.ApprovalState;
import io.tongban.api.day.CounterDayPages;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.payment.CounterPaymentList;
import io.tongban.api.payment.PaymentDue;
import io.tongban.api.servicepoint.PointService;
import io.tongban.api.servicepoint.ServicePointFile;
import io.tongban.api.servicepoint.ServicePointImport;
import io.tongban.api.servicepoint.ServicePointList;
import io.tongban.sdk.farside.AgencySamples;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What a bank calls at its counters, for {@link ResourcesTest}. */
final class CounterOperations {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private CounterOperations() {}

    static Stream<Arguments> all() {
        return Stream.of(
                of(
                        "listRiskCases",
                        t -> t.riskCases().listAsync(RiskCaseState.HELD, null).join(),
                        new RiskCasePage(List.of(AgencySamples.RISK_CASE), "next")),
                of(
                        "decideRiskCase",
                        t -> t.riskCases().decide("rsk_1", AgencySamples.RISK_DECISION),
                        AgencySamples.RISK_CASE),
                of(
                        "listApprovals",
                        t -> t.approvals()
                                .listAsync(ApprovalState.PENDING, null)
                                .join(),
                        new ApprovalPage(List.of(AgencySamples.APPROVAL), "next")),
                of("readApproval", t -> t.approvals().get("apv_1"), AgencySamples.APPROVAL),
                of("readApprovalProof", t -> t.approvals().proof("apv_1"), AgencySamples.PROOF),
                of("withdrawApproval", t -> t.approvals().withdraw("apv_1"), AgencySamples.APPROVAL),
                of("readCounterDay", t -> t.counterDays().get(DAY), AgencySamples.COUNTER_DAY),
                of(
                        "sendCounterDayPage",
                        t -> t.counterDays().send(DAY, AgencySamples.DAY_PAGE),
                        new CounterDayPages(DAY, 1, 0)),
                of(
                        "closeCounterDay",
                        t -> t.counterDays().close(DAY, AgencySamples.DAY_REPORT),
                        AgencySamples.COUNTER_DAY),
                of("readCounterDue", t -> t.counterPayments().due("wkr_1", "mdt_1"), new PaymentDue(0, List.of())),
                of("payAtCounter", t -> t.counterPayments().take(AgencySamples.PAYMENT_ORDER), AgencySamples.PAYMENT),
                of(
                        "findCounterPayments",
                        t -> new CounterPaymentList(t.counterPayments().findByReference("till-1").stream()
                                .toList()),
                        new CounterPaymentList(List.of(AgencySamples.PAYMENT))),
                of("readCounterPayment", t -> t.counterPayments().get("cpm_1"), AgencySamples.PAYMENT),
                of("cancelCounterPayment", t -> t.counterPayments().cancel("cpm_1"), AgencySamples.PAYMENT),
                of(
                        "registerOperator",
                        t -> t.operators()
                                .register(OperatorRegistration.builder()
                                        .staffNumber("T1001")
                                        .role(OperatorRole.TELLER)
                                        .points(List.of("gz-001"))
                                        .build()),
                        AgencySamples.OPERATOR),
                of("readOperator", t -> t.operators().get("T1001"), AgencySamples.OPERATOR),
                of(
                        "changeOperator",
                        t -> t.operators().change("T1001", AgencySamples.SUSPENSION),
                        AgencySamples.OPERATOR),
                of(
                        "findServicePoints",
                        t -> new ServicePointList(t.servicePoints()
                                .find(ServicePointQuery.near(23.12911, 113.26436)
                                        .offering(PointService.PAY))),
                        AgencySamples.POINTS),
                of(
                        "importServicePoints",
                        t -> t.agency()
                                .importServicePoints(ServicePointFile.builder()
                                        .owner("p-1")
                                        .lines(List.of("reference"))
                                        .build()),
                        new ServicePointImport(0, 0, 0, 0, List.of())));
    }

    private static Arguments of(String operation, Function<Tongban, Object> call, Object answer) {
        return Arguments.of(operation, call, answer);
    }
}
