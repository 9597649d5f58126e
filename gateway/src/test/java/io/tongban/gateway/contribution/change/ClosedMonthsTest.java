package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.contribution.change.ChangeFixture.EARLIEST;
import static io.tongban.gateway.contribution.change.ChangeFixture.GUANGDONG;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceChange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is paid is not closed, and what is closed is not paid. */
class ClosedMonthsTest {
    private final House house = new House();
    private final WithholdingFixture kuaida = WithholdingFixture.of(house, KUAIDA, 1);
    private final ChangeFixture meitu = ChangeFixture.of(house, MEITU, 1);

    @Test
    void aPausedMonthIsWithheldByNoPlatformUntilItIsResumed() {
        meitu.confirmed("c-1", GUANGDONG, InsuranceChange.PAUSE, EARLIEST);
        meitu.confirmed("c-2", GUANGDONG, InsuranceChange.RESUME, EARLIEST.plusMonths(1));
        house.clock.advance(Duration.ofDays(50));

        assertProblem(ProblemType.INSURANCE_PAUSED, "/insurance", () -> kuaida.accepted("wh-1", EARLIEST));
        kuaida.accepted("wh-2", EARLIEST.minusMonths(1));
        kuaida.accepted("wh-3", EARLIEST.plusMonths(1));
    }

    /** Also while the province has not confirmed the end: it goes out before the withholding. */
    @Test
    void anEndedMonthIsWithheldByNoPlatform() {
        meitu.pension("c-1", GUANGDONG, InsuranceChange.END, EARLIEST);
        house.clock.advance(Duration.ofDays(20));

        assertProblem(ProblemType.INSURANCE_ENDED, "/insurance", () -> kuaida.accepted("wh-1", EARLIEST));
        kuaida.accepted("wh-2", EARLIEST.minusMonths(1));
    }

    @Test
    void theLastMonthThatIsPaidIsNamedToWhoeverMayKnowIt() {
        house.clock.advance(Duration.ofDays(10));
        String december = kuaida.accepted("wh-1", EARLIEST);

        assertThat(refused(meitu)).as("another platform's, not confirmed").isNull();
        assertThat(refused(new ChangeFixture(house, KUAIDA, kuaida.workerId()))).contains(EARLIEST.toString());
        kuaida.settle(december, WithholdingFixture.yes());
        assertThat(refused(meitu)).contains(EARLIEST.toString());
    }

    private static String refused(ChangeFixture platform) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> platform.pension("c-1", GUANGDONG, InsuranceChange.END, EARLIEST));
        assertThat(refused.type()).isEqualTo(ProblemType.CHANGE_MONTH_PAID);
        assertThat(refused.pointer()).contains("/insurances/0");
        return refused.detail().orElse(null);
    }
}
