package io.tongban.sdk.farside;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateState;
import io.tongban.api.payout.InstructionRequest;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.payout.WithholdingInstruction;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.Enrolment;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Records to send and to answer with. The personal data are the contract's own examples. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    public static final String CITIZEN_NUMBER = "11010519491231002X";
    public static final String NAME = "李秀英";
    public static final String MOBILE = "13900000017";

    private Samples() {}

    public static WorkerRegistration registration() {
        return WorkerRegistration.builder()
                .partnerReference("rider-000017")
                .citizenNumber(CITIZEN_NUMBER)
                .name(NAME)
                .mobile(MOBILE)
                .province("44")
                .place(InsuredPlace.WORK_PLACE)
                .sector("food-delivery")
                .consentReference("consent-2026-000017")
                .build();
    }

    public static Worker worker(EnrolmentState state) {
        Enrolment enrolment = new Enrolment("enr_1", "44", InsuredPlace.WORK_PLACE, state, null, NOW, 1);
        return new Worker(
                "wkr_1", "rider-000017", "110105********002X", "李**", "139****0017", List.of(enrolment), NOW, 1);
    }

    public static MandateGrant grant() {
        return MandateGrant.builder()
                .partnerReference("mandate-000017")
                .workerId("wkr_1")
                .province("44")
                .insurances(List.of("AAE140:110"))
                .capFen(200_000L)
                .validFrom(YearMonth.of(2026, 10))
                .signedAt(NOW)
                .agreementReference("agreement-000017")
                .build();
    }

    public static Mandate mandate(MandateState state) {
        return new Mandate(
                "mdt_1",
                "mandate-000017",
                "wkr_1",
                "44",
                List.of("AAE140:110"),
                200_000,
                YearMonth.of(2026, 10),
                null,
                null,
                state,
                NOW,
                null,
                1);
    }

    public static PayoutReport payoutReport() {
        return PayoutReport.builder()
                .payouts(List.of(PayoutOrder.builder()
                        .partnerReference("p-1")
                        .workerId("wkr_1")
                        .mandateId("mdt_1")
                        .paidOn(LocalDate.of(2026, 10, 10))
                        .earnedFen(86_000)
                        .build()))
                .build();
    }

    public static InstructionRequest instructionRequest() {
        return InstructionRequest.builder().workerId("wkr_1").mandateId("mdt_1").build();
    }

    public static WithholdingInstruction instruction() {
        return new WithholdingInstruction(
                "pin_1",
                "wkr_1",
                "mdt_1",
                YearMonth.of(2026, 9),
                LocalDate.of(2026, 10, 15),
                30,
                20_000,
                55_100,
                NOW,
                NOW.plusSeconds(86_400),
                "jws");
    }

    public static Payout payout() {
        return new Payout(
                "pyo_1",
                "p-1",
                "wkr_1",
                "mdt_1",
                LocalDate.of(2026, 10, 10),
                86_000,
                0,
                List.of(),
                null,
                0,
                List.of(),
                List.of(),
                NOW,
                1);
    }

    public static WithholdingOrder order(String reference) {
        return WithholdingOrder.builder()
                .partnerReference(reference)
                .workerId("wkr_1")
                .mandateId("mdt_1")
                .insurance("AAE140:110")
                .period(YearMonth.of(2026, 10))
                .baseFen(551_000L)
                .amountFen(110_200L)
                .build();
    }

    public static Withholding withholding(String reference, WithholdingState state) {
        return new Withholding(
                "wh_" + reference,
                reference,
                "wkr_1",
                "mdt_1",
                "44",
                "AAE140:110",
                YearMonth.of(2026, 10),
                551_000,
                110_200,
                state,
                null,
                state == WithholdingState.CONFIRMED ? "GD202611230000017" : null,
                NOW,
                state.isFinal() ? NOW : null,
                null,
                null,
                state.isFinal() ? 3 : 1);
    }
}
