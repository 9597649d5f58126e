package io.tongban.sandbox.demo;

import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sandbox.population.CitizenNumbers;
import io.tongban.sdk.Tongban;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * Somebody who came to a counter, was registered in Guangdong, and left a mandate under which a month can be paid there.
 *
 * @param citizenNumber made up
 */
record WalkIn(String citizenNumber, String workerId, String mandateId) {
    private static final String PROVINCE = "44";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** @param number one for each, below ten */
    static WalkIn registered(Tongban bank, int number) {
        String citizenNumber = CitizenNumbers.compose(PROVINCE, LocalDate.of(1991, 7, 1), 99_980 + number);
        Worker worker = bank.workers()
                .register(WorkerRegistration.builder()
                        .partnerReference("walk-in-" + number)
                        .citizenNumber(citizenNumber)
                        .name("来客" + "甲乙丙丁戊己庚辛壬癸".charAt(number))
                        .mobile("1420000910" + number)
                        .province(PROVINCE)
                        .place(InsuredPlace.WORK_PLACE)
                        .sector("food-delivery")
                        .consentReference("consent-walk-in-" + number)
                        .build());
        var unused = bank.workers().awaitEnrolled(worker.id(), PATIENCE);
        return new WalkIn(citizenNumber, worker.id(), mandate(bank, worker.id(), number));
    }

    private static String mandate(Tongban bank, String workerId, int number) {
        return bank.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-walk-in-" + number)
                        .workerId(workerId)
                        .province(PROVINCE)
                        .insurances(List.of("AAE140:110"))
                        .capFen(200_000)
                        .validFrom(YearMonth.now(ZoneId.of("Asia/Shanghai")))
                        .signedAt(Instant.now().minusSeconds(60))
                        .agreementReference("agreement-walk-in-" + number)
                        .payouts(PayoutTerms.builder()
                                .baseFen(551_000)
                                .sharePercent(100)
                                .payoutPercent(100)
                                .build())
                        .build())
                .id();
    }
}
