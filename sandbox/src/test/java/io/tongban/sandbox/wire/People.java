package io.tongban.sandbox.wire;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers for tests, each another; their division code 9999 was never given, so the numbers are nobody's. */
final class People {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private People() {}

    static int next() {
        return NUMBER.incrementAndGet();
    }

    static String citizenNumber(int n) {
        LocalDate birth = LocalDate.of(1985, 1, 1).plusDays(n / 900);
        return withCheck("449999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", n % 900));
    }

    static String withCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    static String registration(int n, String province) {
        return registration(n, province, citizenNumber(n), "测试员");
    }

    static String registration(int n, String province, String citizenNumber, String name) {
        return """
                {"partnerReference":"rider-%d","citizenNumber":"%s","name":"%s","mobile":"139%08d","province":"%s",
                 "place":"WORK_PLACE","sector":"food-delivery","consentReference":"consent-%d"}""".formatted(n, citizenNumber, name, n, province, n);
    }

    static String search(int n) {
        return "{\"citizenNumber\":\"" + citizenNumber(n) + "\"}";
    }

    static String mandate(String workerId, String province, long capFen) {
        return """
                {"partnerReference":"mandate-%d","workerId":"%s","province":"%s","insurances":["AAE140:110"],
                 "capFen":%d,"validFrom":"2026-01","signedAt":"2026-01-02T03:04:05Z","agreementReference":"agreement-1"}""".formatted(next(), workerId, province, capFen);
    }

    static String order(Insured insured, String period, long amountFen) {
        return order("wh-" + next(), insured, period, amountFen);
    }

    static String order(String reference, Insured insured, String period, long amountFen) {
        return """
                {"partnerReference":"%s","workerId":"%s","mandateId":"%s","insurance":"AAE140:110",
                 "period":"%s","baseFen":%d,"amountFen":%d}""".formatted(reference, insured.workerId(), insured.mandateId(), period, amountFen * 5, amountFen);
    }

    /** A worker who is enrolled and gave a mandate. */
    record Insured(int number, String workerId, String mandateId, String province) {}
}
