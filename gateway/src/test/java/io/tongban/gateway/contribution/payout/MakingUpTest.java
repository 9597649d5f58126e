package io.tongban.gateway.contribution.payout;

import static io.tongban.gateway.contribution.payout.PayoutFixture.BASE_FEN;
import static io.tongban.gateway.contribution.payout.PayoutFixture.DUE_FEN;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What others left missing is made up near the cut-off, where the worker consented to that, and nowhere else. */
class MakingUpTest {
    private static final long HALF_FEN = DUE_FEN / 2;
    private static final long PAID_FEN = 200_000;

    private final House house = new House();
    private final PayoutFixture meitu =
            PayoutFixture.of(house, MEITU, 1, 200_000, new PayoutTerms(BASE_FEN, 50, 100, true));
    private final PayoutFixture kuaida = PayoutFixture.of(house, KUAIDA, 1, 50, 100);

    @Test
    void holdsItsShareAloneUntilTheLastThreeDays() {
        assertThat(meitu.report("p-1", PAID_FEN).holdFen()).isEqualTo(HALF_FEN);
        on(LocalDate.of(2026, 12, 12));
        assertThat(meitu.report("p-2", PAID_FEN).holdFen()).isZero();
        on(LocalDate.of(2026, 12, 13));
        assertThat(meitu.report("p-3", PAID_FEN).holdFen()).isEqualTo(DUE_FEN - HALF_FEN);
        assertThat(meitu.report("p-4", PAID_FEN).holdFen())
                .as("the month is complete")
                .isZero();
    }

    @Test
    void holdsNoMoreThanWhatIsMissingNorThanTheMandateAllows() {
        kuaida.report("p-1", 30_000);
        on(LocalDate.of(2026, 12, 14));

        assertThat(meitu.report("p-1", PAID_FEN).holdFen()).isEqualTo(DUE_FEN - 30_000);
        PayoutFixture capped = PayoutFixture.of(house, MEITU, 2, 60_000, new PayoutTerms(BASE_FEN, 50, 100, true));
        assertThat(capped.report("p-2", PAID_FEN).holdFen()).isEqualTo(60_000);
    }

    @Test
    void withoutConsentWhatIsMissingStaysMissing() {
        on(LocalDate.of(2026, 12, 15));

        assertThat(kuaida.report("p-1", PAID_FEN).holdFen()).isEqualTo(HALF_FEN);
        assertThat(kuaida.report("p-2", PAID_FEN).holdFen()).isZero();
    }

    @Test
    void alsoInALateReportUntilTheMonthIsClosed() {
        on(LocalDate.of(2026, 12, 16));

        assertThat(meitu.report("p-1", PAID_FEN).holdFen()).isEqualTo(DUE_FEN);
    }

    private void on(LocalDate day) {
        LocalDate today = LocalDate.now(house.clock);
        house.clock.advance(Duration.ofDays(day.toEpochDay() - today.toEpochDay()));
    }
}
