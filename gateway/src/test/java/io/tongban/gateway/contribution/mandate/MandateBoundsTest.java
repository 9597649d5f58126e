package io.tongban.gateway.contribution.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateBoundsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2024-11-23T04:00:00Z,       7546200, agreement-1,",
        "2024-11-23T03:59:59.999Z,   7546200, agreement-1, mandate-signed-too-long-ago",
        "2000-01-01T00:00:00Z,             1, agreement-1, mandate-signed-too-long-ago",
        "-1000000000-01-01T00:00:00Z,      1, agreement-1, mandate-signed-too-long-ago",
        "2026-11-23T04:00:00Z,       7546201, agreement-1, mandate-cap-too-high",
        "2026-11-23T04:00:00Z, 9223372036854775807, agreement-1, mandate-cap-too-high",
        "2026-11-23T04:00:00Z,             1, none, reference-says-nothing",
        "2026-11-23T04:00:00Z,             1, N/A, reference-says-nothing",
        "2026-11-23T04:00:00Z,             1, Test, reference-says-nothing",
        "2026-11-23T04:00:00Z,             1, 0000, reference-says-nothing",
        "2026-11-23T04:00:00Z,             1, x-x-x, reference-says-nothing",
        "2026-11-23T04:00:00Z,             1, A1,",
    })
    void holdsWhatNoMandateMayGoBeyond(Instant signedAt, long capFen, String agreement, String code) {
        assertThat(MandateBounds.objection(signedAt, capFen, agreement, NOON)
                        .map(ProblemException::type)
                        .map(ProblemType::code)
                        .orElse(null))
                .isEqualTo(code);
    }

    @Test
    void theHighestContributionIsOfItsMonth() {
        assertThat(HighestContribution.PUBLISHED.fen(YearMonth.of(2026, 6))).isEqualTo(746_040);
        assertThat(HighestContribution.PUBLISHED.fen(YearMonth.of(2026, 7))).isEqualTo(754_620);
        assertThat(HighestContribution.PUBLISHED.fen(YearMonth.of(1999, 1))).isEqualTo(746_040);
    }

    @Test
    void everyLineSaysWhereItIsFromAndWhenToLookAgain() {
        assertThat(HighestContribution.PUBLISHED.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.mark()).isIn("S", "K");
            assertThat(line.source()).isNotBlank();
            assertThat(line.reviewBy()).isAfter(line.from());
        });
    }
}
