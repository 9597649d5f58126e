package io.tongban.sdk.examples;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.status.WorkerStatus;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.Receipts;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.VerifiedReceipt;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Registers a rider, records the mandate, withholds October, waits for the outcome, and reads status and receipt. */
public final class QuickStart {
    private QuickStart() {}

    public static void main(String[] args) throws Exception {
        try (Tongban tongban = Tongban.builder()
                .baseUrl(URI.create(System.getenv("TONGBAN_BASE_URL")))
                .issuer(URI.create(System.getenv("TONGBAN_ISSUER")))
                .clientId(System.getenv("TONGBAN_CLIENT_ID"))
                .privateKeyJwk(Files.readString(Path.of(System.getenv("TONGBAN_KEY_FILE"))))
                .build()) {
            System.out.println(run(tongban, Instant.now()));
        }
    }

    static VerifiedReceipt run(Tongban tongban, Instant signedAt) {
        Worker worker = tongban.workers()
                .register(WorkerRegistration.builder()
                        .partnerReference("rider-000017") // your own name for the worker
                        .citizenNumber("11010519491231002X")
                        .name("李秀英")
                        .mobile("13900000017")
                        .province("44") // Guangdong
                        .place(InsuredPlace.WORK_PLACE)
                        .sector("food-delivery")
                        .consentReference("consent-2026-000017")
                        .build());
        tongban.workers().awaitEnrolled(worker.id(), Duration.ofMinutes(1));

        Mandate mandate = tongban.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-000017")
                        .workerId(worker.id())
                        .province("44")
                        .insurances(List.of("AAE140:110")) // employees' pension
                        .capFen(200_000L) // at most 2,000.00 yuan a month
                        .validFrom(YearMonth.of(2026, 10)) // and until revoked
                        .signedAt(signedAt)
                        .agreementReference("agreement-000017")
                        .build());

        Withholding accepted = tongban.withholdings()
                .withhold(
                        WithholdingOrder.builder()
                                .partnerReference("wh-2026-10-000017") // the idempotency key is made from it
                                .workerId(worker.id())
                                .mandateId(mandate.id())
                                .insurance("AAE140:110")
                                .period(YearMonth.of(2026, 10))
                                .baseFen(551_000L)
                                .amountFen(110_200L) // 1,102.00 yuan
                                .build(), // 1,102.00 yuan
                        Duration.ofSeconds(5));
        Withholding outcome = tongban.withholdings().awaitFinal(accepted.id(), Duration.ofMinutes(2));
        System.out.println(outcome.state());

        WorkerStatus status = tongban.statuses().of(worker.id());
        status.insurances().forEach(each -> System.out.println(each.insurance() + " paid to " + each.paidThrough()));

        String jws = tongban.withholdings().receipt(outcome.id()).jws();
        return Receipts.verify(jws, tongban.gatewayKeys());
    }
}
