package io.tongban.sandbox.wire;

import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What a story's partner writes: the same in each world, and of persons and references that no other test has. */
record StoryPapers(int series) {
    private static final int FIRST_PERSON = 400_000;

    String reference(String name) {
        return "story-" + series + "-" + name;
    }

    /** Another test's worker may be enrolled, or paid for, while the story is told. */
    boolean isOfThis(WebhookEvent event) {
        String own = reference("");
        return event.worker() != null && event.worker().partnerReference().startsWith(own)
                || event.withholding() != null
                        && event.withholding().partnerReference().startsWith(own);
    }

    String citizenNumber(int person) {
        return People.citizenNumber(FIRST_PERSON + 100 * series + person);
    }

    WorkerRegistration registration(String name, int person, String province) {
        return WorkerRegistration.builder()
                .partnerReference(reference(name))
                .citizenNumber(citizenNumber(person))
                .name("测试员")
                .mobile(String.format("1380000%04d", person))
                .province(province)
                .place(InsuredPlace.WORK_PLACE)
                .sector("food-delivery")
                .consentReference(reference("consent"))
                .build();
    }

    MandateGrant grant(String name, String workerId, String province) {
        return MandateGrant.builder()
                .partnerReference(reference(name))
                .workerId(workerId)
                .province(province)
                .insurances(List.of("AAE140:110"))
                .capFen(200_000L)
                .validFrom(YearMonth.of(2026, 1))
                .signedAt(Instant.parse("2026-01-02T03:04:05Z"))
                .agreementReference(reference("agreement"))
                .build();
    }

    WithholdingOrder order(String name, String workerId, String mandateId, YearMonth period) {
        return WithholdingOrder.builder()
                .partnerReference(reference(name))
                .workerId(workerId)
                .mandateId(mandateId)
                .insurance("AAE140:110")
                .period(period)
                .baseFen(551_000L)
                .amountFen(110_200L)
                .build();
    }
}
