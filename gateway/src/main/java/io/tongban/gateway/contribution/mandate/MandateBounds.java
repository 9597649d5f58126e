package io.tongban.gateway.contribution.mandate;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.References;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What no mandate may go beyond, whatever a province's rules say: it was signed within two years before it was recorded,
 * its cap is at most ten times the highest contribution of a month, and its agreement has a name.
 */
final class MandateBounds {
    private static final int SIGNED_WITHIN_MONTHS = 24;
    private static final long TIMES_HIGHEST = 10;

    private MandateBounds() {}

    /** @param recordedAt when the gateway took it */
    static Optional<ProblemException> objection(Instant signedAt, long capFen, String agreement, Instant recordedAt) {
        if (signedAt.isBefore(earliest(recordedAt))) {
            return objection(
                    ProblemType.MANDATE_SIGNED_TOO_LONG_AGO,
                    "At most " + SIGNED_WITHIN_MONTHS + " months before it is recorded",
                    "/signedAt");
        }
        long most = mostFen(recordedAt);
        if (capFen > most) {
            return objection(ProblemType.MANDATE_CAP_TOO_HIGH, "At most " + most + " fen", "/capFen");
        }
        return References.saysSomething(agreement)
                ? Optional.empty()
                : objection(ProblemType.REFERENCE_SAYS_NOTHING, null, "/agreementReference");
    }

    private static Optional<ProblemException> objection(ProblemType type, @Nullable String detail, String pointer) {
        return Optional.of(new ProblemException(type, detail, pointer));
    }

    private static Instant earliest(Instant recordedAt) {
        return recordedAt
                .atZone(ClockConfig.ZONE)
                .minusMonths(SIGNED_WITHIN_MONTHS)
                .toInstant();
    }

    private static long mostFen(Instant recordedAt) {
        return HighestContribution.PUBLISHED.fen(YearMonth.from(recordedAt.atZone(ClockConfig.ZONE))) * TIMES_HIGHEST;
    }
}
