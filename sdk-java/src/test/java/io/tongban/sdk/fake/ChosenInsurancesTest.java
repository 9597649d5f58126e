package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeState;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.worker.InsuranceChoice;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fake enrols for what was chosen, and keeps a second province and the other scheme away, as the gateway does. */
class ChosenInsurancesTest {
    private static final InsuranceChoice PENSION =
            InsuranceChoice.builder().insurance("AAE140:110").baseFen(551_000).build();

    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-28T04:00:00Z"));
    private final Tongban tongban = fake.client();

    @Test
    void enrolsForWhatWasChosenOnceTheProvinceHasSaidYes() {
        Worker worker = enrolled(tongban, "44");

        assertThat(tongban.changes().list(worker.id()).items())
                .extracting(InsuranceChange::insurance, InsuranceChange::partnerReference)
                .containsExactly(tuple("AAE140:110", worker.enrolments().get(0).id()));
        assertThatThrownBy(() -> enrolled(tongban, "51")).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.type()).contains(ProblemType.INSURED_ELSEWHERE);
        });
    }

    @Test
    void whoIsRegisteredOnceMoreHearsThatAndNotWhatStandsAgainstTheInsurancesByNow() {
        enrolled(tongban, "44");

        // Other words than before: the very same call is answered as the first one was.
        assertThatThrownBy(() -> tongban.workers()
                        .register(Samples.registration().toBuilder()
                                .consentReference("consent-once-more")
                                .province("44")
                                .insurances(List.of(PENSION))
                                .build()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.type()).contains(ProblemType.WORKER_EXISTS));
    }

    @Test
    void anotherPartnerHearsByTheOutcomeThatThePersonIsInsuredElsewhere() {
        enrolled(tongban, "44");
        Tongban other = fake.client("other");
        Worker worker = enrolled(other, "51");

        assertThat(other.changes().list(worker.id()).items())
                .extracting(InsuranceChange::state, change -> change.refusal().code())
                .containsExactly(tuple(InsuranceChangeState.REFUSED, "insured-elsewhere"));
        assertThat(other.events().since(Instant.parse("2026-11-28T04:00:00Z")).items())
                .extracting(WebhookEvent::type)
                .contains(EventType.INSURANCE_CHANGE_REFUSED);
    }

    @Test
    void refusesTheOtherSchemeInOneRegistration() {
        WorkerRegistration both = Samples.registration().toBuilder()
                .insurances(List.of(
                        PENSION, PENSION.toBuilder().insurance("AAE140:170").build()))
                .build();

        assertThatThrownBy(() -> tongban.workers().register(both))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.type()).contains(ProblemType.INSURED_IN_OTHER_SCHEME));
    }

    private static Worker enrolled(Tongban client, String province) {
        Worker worker = client.workers()
                .register(Samples.registration().toBuilder()
                        .province(province)
                        .insurances(List.of(PENSION))
                        .build());
        return client.workers().awaitEnrolled(worker.id(), Duration.ofSeconds(10));
    }
}
