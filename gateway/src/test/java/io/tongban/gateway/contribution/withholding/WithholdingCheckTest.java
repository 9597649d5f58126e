package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceKind;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the checks: each row is wrong in what it is refused for, and in what would be checked later. */
class WithholdingCheckTest {
    private static final House HOUSE = new House();
    private static final WithholdingFixture MEITUS = WithholdingFixture.of(HOUSE, MEITU, 1);

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "AAE140:210,2025-01,0,0,nobody,amount-not-positive,/amountFen",
        "AAE140:210,2025-01,0,-1,nobody,amount-not-positive,/amountFen",
        "AAE140:210,2025-01,0,300000,nobody,field-invalid,/baseFen",
        "AAE140:210,2025-01,-1,300000,nobody,field-invalid,/baseFen",
        "AAE140:210,2025-01,1,300000,nobody,worker-not-found,/workerId",
        "AAE140:210,2025-01,1,300000,,mandate-not-covering,/insurance",
        "AAE140:110,2025-01,1,300000,,mandate-not-covering,/period",
        "AAE140:110,2026-12,1,300000,,mandate-cap-exceeded,/amountFen",
        "AAE140:410,2026-12,199999,200000,,field-invalid,/amountFen",
        "AAE140:410,2026-12,200000,200000,,period-in-future,/period",
        "AAE140:410,2026-11,200000,200000,,insurance-not-offered,/insurance",
    })
    void namesTheFirstThingThatIsWrongAndStoresNothing(
            String insurance, YearMonth period, long base, long amount, String worker, String code, String pointer) {
        String workerId = worker == null ? MEITUS.workerId() : worker;
        WithholdingRequest order = new WithholdingRequest(
                "wh-1", workerId, MEITUS.mandateId(), new InsuranceKind(insurance), period, base, amount);
        assertProblem(ProblemType.byCode(code).orElseThrow(), pointer, () -> MEITUS.accept(order));
        assertThat(HOUSE.count("withholding")).isZero();
        assertThat(HOUSE.count("outbox WHERE kind = 'province.withhold'")).isZero();
    }
}
