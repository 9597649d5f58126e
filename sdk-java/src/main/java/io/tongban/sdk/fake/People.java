package io.tongban.sdk.fake;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.Tongban;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Made-up people: the division 449999 was never given, so their citizen numbers are nobody's. */
final class People {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private People() {}

    /** @param name six digits, of this person alone */
    static Insured insured(Tongban client, Instant now, String name) {
        Worker worker = client.workers()
                .register(WorkerRegistration.builder()
                        .partnerReference("worker-" + name)
                        .citizenNumber(citizenNumber(Integer.parseInt(name)))
                        .name("测试员")
                        .mobile("13900" + name)
                        .province("44")
                        .place(InsuredPlace.WORK_PLACE)
                        .consentReference("consent-" + name)
                        .build());
        Mandate mandate = client.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-" + name)
                        .workerId(worker.id())
                        .province("44")
                        .insurances(List.of("AAE140:110"))
                        .capFen(200_000L)
                        .validFrom(
                                YearMonth.from(now.atZone(Provinces.SHANGHAI)).minusYears(1))
                        .signedAt(now)
                        .agreementReference("agreement-" + name)
                        .build());
        return new Insured(client.workers().awaitEnrolled(worker.id(), Duration.ofDays(1)), mandate);
    }

    static String citizenNumber(int number) {
        LocalDate birth = LocalDate.of(1985, 1, 1).plusDays(number / 900);
        String digits = "449999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", number % 900);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
