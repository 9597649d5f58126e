package io.tongban.gateway.contribution.decline;

import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclineServiceTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final House house = new House();
    private final DeclineService declines = house.get(DeclineService.class);
    private int references;

    @Test
    void countsOnceTheMonthIsOverAndNothingOfItIsOnItsWay() {
        declined(MEITU, 10, "COMPLICATED");

        assertProblem(ProblemType.MONTH_NOT_OVER, null, () -> ofPartner(MEITU));
        // Noon of the first of December.
        house.clock.advance(Duration.ofDays(8));
        assertProblem(ProblemType.MONTH_NOT_OVER, null, () -> ofPartner(MEITU));
        house.clock.advance(Duration.ofHours(12));
        assertThat(ofPartner(MEITU)).containsExactly("COMPLICATED 10");
    }

    @Test
    void tellsNothingThatFewerThanTenSaid() {
        declined(MEITU, 9, "COMPLICATED");
        declined(MEITU, 10, "CANNOT_AFFORD");
        house.clock.advance(Duration.ofDays(10));

        assertThat(ofPartner(MEITU)).containsExactly("CANNOT_AFFORD 10");
        assertThat(ofPartner(KUAIDA)).isEmpty();
    }

    @Test
    void tellsNoSumByWhichOnePartnerWouldKnowWhatFewSaidToAnother() {
        declined(MEITU, 12, "COMPLICATED");
        declined(KUAIDA, 9, "COMPLICATED");
        declined(MEITU, 12, "CANNOT_AFFORD");
        declined(KUAIDA, 10, "CANNOT_AFFORD");
        declined(MEITU, 11, "NO_TRANSFER");
        house.clock.advance(Duration.ofDays(10));

        assertThat(ofProvince()).containsExactly("CANNOT_AFFORD 22", "NO_TRANSFER 11");
    }

    @Test
    void whatComesLaterCountsInItsOwnMonth() {
        declined(MEITU, 10, "COMPLICATED");
        house.clock.advance(Duration.ofDays(10));
        List<String> before = ofPartner(MEITU);

        declined(MEITU, 10, "COMPLICATED");

        assertThat(ofPartner(MEITU)).isEqualTo(before);
    }

    private void declined(String clientId, int times, String reason) {
        for (int i = 0; i < times; i++) {
            String reference = "d-" + references++;
            house.inTransaction(handle ->
                    declines.record(handle, House.program(clientId), reference, GUANGDONG, "FOOD_DELIVERY", reason));
        }
    }

    private List<String> ofPartner(String clientId) {
        return texts(house.inTransaction(handle -> declines.countsOfPartner(handle, clientId, NOVEMBER)));
    }

    private List<String> ofProvince() {
        return texts(house.inTransaction(handle -> declines.countsOfProvince(handle, GUANGDONG, NOVEMBER)));
    }

    private static List<String> texts(List<DeclineStore.Cell> cells) {
        return cells.stream().map(cell -> cell.reason() + " " + cell.count()).toList();
    }
}
