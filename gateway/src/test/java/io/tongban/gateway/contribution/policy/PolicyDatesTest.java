package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PolicyDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void areAtMostTenYearsAhead() {
        assertThat(PolicyDates.of("2036-11-28", null, TODAY).asOf()).isEqualTo(TODAY.plusYears(10));
        refused(ProblemType.DATE_INVALID, "asOf", "2036-11-29", null);
        refused(ProblemType.DATE_INVALID, "asOf", "9999-12-31", null);
    }

    @Test
    void areDaysOfTheCalendarAndKnownByToday() {
        refused(ProblemType.DATE_INVALID, "asOf", "2027-02-29", null);
        refused(ProblemType.KNOWLEDGE_IN_FUTURE, "knownAt", null, "2026-11-29");
    }

    private static void refused(ProblemType type, String parameter, String asOf, String knownAt) {
        assertThatThrownBy(() -> PolicyDates.of(asOf, knownAt, TODAY))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(type);
                    assertThat(problem.parameter()).hasValue(parameter);
                });
    }
}
