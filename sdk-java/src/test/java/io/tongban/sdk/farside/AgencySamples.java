package io.tongban.sdk.farside;

import static io.tongban.sdk.farside.Samples.NOW;

import io.tongban.api.agency.DayCommand;
import io.tongban.api.agency.DayDifference;
import io.tongban.api.agency.DayState;
import io.tongban.api.agency.DaySum;
import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ReconciliationDay;
import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.RiskCase;
import io.tongban.api.agency.RiskCaseState;
import io.tongban.api.agency.RiskDecision;
import io.tongban.api.agency.RiskVerdict;
import io.tongban.api.agency.Stop;
import io.tongban.api.agency.StopKind;
import io.tongban.api.agency.StopOrder;
import io.tongban.api.agency.TaskKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import io.tongban.api.approval.Approval;
import io.tongban.api.approval.ApprovalProof;
import io.tongban.api.approval.ApprovalState;
import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.certification.CertificationApprovalOrder;
import io.tongban.api.certification.CertificationApprovalState;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.day.CounterDay;
import io.tongban.api.day.CounterDayPage;
import io.tongban.api.day.CounterDayReport;
import io.tongban.api.day.CounterDayState;
import io.tongban.api.operator.Operator;
import io.tongban.api.operator.OperatorChange;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.operator.OperatorState;
import io.tongban.api.payment.CounterPayment;
import io.tongban.api.payment.CounterPaymentOrder;
import io.tongban.api.payment.PaymentMeans;
import io.tongban.api.payment.PaymentState;
import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceCapabilities;
import io.tongban.api.province.ProvinceCapability;
import io.tongban.api.province.ProvinceHealth;
import io.tongban.api.province.ProvinceState;
import io.tongban.api.requestlog.LoggedRequest;
import io.tongban.api.servicepoint.PointKind;
import io.tongban.api.servicepoint.PointLevel;
import io.tongban.api.servicepoint.PointService;
import io.tongban.api.servicepoint.ServicePoint;
import io.tongban.api.servicepoint.ServicePointList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the agency sees and says. */
public final class AgencySamples {
    public static final LoggedRequest REQUEST = new LoggedRequest(
            "req_1",
            NOW,
            "GET",
            "/v1/provinces",
            null,
            401,
            "signature-invalid",
            null,
            null,
            null,
            "00000000000000000000000000000001",
            3,
            "\"@method\": GET");

    public static final CertificationApproval CERTIFICATION_APPROVAL = new CertificationApproval(
            "crt_1", "p-1", "44", "v1", CertificationApprovalState.APPROVED, NOW, "tongban-agency", NOW);

    public static final CertificationApprovalOrder CERTIFICATION_APPROVAL_ORDER =
            CertificationApprovalOrder.builder().province("44").build();

    public static final Province PROVINCE = new Province(
            "44",
            "广东",
            "Guangdong",
            "soap",
            List.of("AAE140:110"),
            new ProvinceCapabilities(
                    ProvinceCapability.ONLINE,
                    ProvinceCapability.BATCH,
                    ProvinceCapability.NONE,
                    List.of(InsuranceChangeKind.PAUSE)),
            true,
            NOW,
            ProvinceState.RUNNING,
            ProvinceHealth.UP,
            4,
            NOW,
            17);

    public static final Operator OPERATOR =
            new Operator("T1001", OperatorRole.TELLER, OperatorState.ACTIVE, List.of("gz-001"), NOW, null, null, 1);

    public static final Approval APPROVAL = new Approval(
            "apv_1",
            ApprovalState.PENDING,
            "payAtCounter",
            "two",
            "till-1",
            "wkr_1",
            44_080,
            "gz-001",
            "T1001",
            null,
            NOW,
            NOW.plusSeconds(900),
            null,
            null,
            1);

    public static final ApprovalProof PROOF = new ApprovalProof(
            "apv_1",
            "POST",
            "https://api.tongban.example/v1/counter-payments",
            "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
            "application/json",
            "till-1",
            "point=\"gz-001\", operator=\"T1001\", session=\"v\", purpose=pay, identified=card-read",
            "e30=",
            "(\"@method\");created=1;keyid=\"t1001\";alg=\"ed25519\";nonce=\"0123456789abcdef\";tag=\"tongban-maker\"",
            ":bWFrZXI=:",
            Map.of("kty", "OKP"),
            "thumbprint",
            null,
            null,
            null,
            null);

    public static final CounterPaymentOrder PAYMENT_ORDER = CounterPaymentOrder.builder()
            .partnerReference("till-1")
            .workerId("wkr_1")
            .mandateId("mdt_1")
            .amountFen(44_080)
            .means(PaymentMeans.CASH)
            .build();

    public static final RiskDecision RISK_DECISION =
            RiskDecision.builder().verdict(RiskVerdict.APPROVED).note("asked").build();

    public static final RiskCase RISK_CASE = new RiskCase(
            "rsk_1",
            RiskCaseState.HELD,
            "a-rule",
            "bank",
            "payAtCounter",
            "till-1",
            "wkr_1",
            44_080,
            "gz-001",
            "T1001",
            NOW,
            null,
            null,
            null,
            1);

    public static final StopOrder STOP_ORDER = StopOrder.builder()
            .kind(StopKind.POINT)
            .partner("bank")
            .subject("gz-001")
            .reason("stolen")
            .build();

    public static final Stop STOP =
            new Stop("stp_1", StopKind.POINT, "bank", "gz-001", "stolen", NOW, "agency", null, null);

    public static final CounterDayReport DAY_REPORT =
            CounterDayReport.builder().entries(List.of()).build();

    public static final CounterDayPage DAY_PAGE =
            CounterDayPage.builder().page(1).entries(List.of()).build();

    public static final CounterDay COUNTER_DAY = new CounterDay(
            LocalDate.of(2026, 11, 28), CounterDayState.OPEN, List.of(), List.of(), 0, "operator", null, null);

    public static final CounterPayment PAYMENT = new CounterPayment(
            "cpm_1",
            "till-1",
            "wkr_1",
            "mdt_1",
            44_080,
            PaymentMeans.CASH,
            "gz-001",
            "T1001",
            PaymentState.TAKEN,
            0,
            List.of(),
            "https://gateway.example/receipts/x",
            NOW,
            null,
            1);

    public static final OperatorChange SUSPENSION = OperatorChange.builder()
            .role(OperatorRole.TELLER)
            .state(OperatorState.SUSPENDED)
            .points(List.of("gz-001"))
            .build();

    public static final ServicePointList POINTS = new ServicePointList(List.of(new ServicePoint(
            "svp_1",
            "nanling-bank",
            "gz-001",
            PointKind.BRANCH,
            PointLevel.COUNTY,
            "南岭银行天河支行",
            "体育西路101号",
            "440106",
            "23.13210,113.32110",
            840,
            "Mo-Fr 09:00-17:00",
            List.of(PointService.PAY),
            List.of("zh"))));

    public static final ProvinceControl CONTROL =
            new ProvinceControl("44", ProvinceState.PAUSED, "a move", NOW, "agency", 1);

    public static final ReconciliationDay DAY = new ReconciliationDay(
            "44",
            LocalDate.of(2026, 11, 27),
            DayState.DIFFERS,
            null,
            List.of(new DaySum(DayCommand.WITHHOLD, "AAE140:110", 2, 220_400, 2, 220_401)),
            1L,
            null,
            NOW,
            1,
            2);
    public static final DayDifference DIFFERENCE = new DayDifference(
            "rdf_1",
            "44",
            LocalDate.of(2026, 11, 27),
            DayCommand.WITHHOLD,
            "W1",
            "amount-differs",
            110_200L,
            110_201L,
            "wh_1",
            NOW,
            null);
    public static final ReviewTask TASK = new ReviewTask(
            "tsk_1",
            "44",
            TaskKind.WITHHOLDING,
            "wh_1",
            "fengsong-delivery",
            "deadline",
            NOW,
            TaskState.SETTLED,
            NOW,
            TaskOutcome.NOT_BOOKED,
            "agency",
            2);

    public static final TaskResolution SETTLEMENT = TaskResolution.builder()
            .outcome(TaskOutcome.NOT_BOOKED)
            .note("asked by telephone")
            .build();

    private AgencySamples() {}
}
