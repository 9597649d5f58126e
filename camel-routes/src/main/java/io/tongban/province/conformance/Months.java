package io.tongban.province.conformance;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which month is withheld for. Test persons that are given meet every run, so the month of the run before is paid: then
 * one of them looks for the first month back that is not.
 */
final class Months {
    private static final int FURTHEST_BACK = 60;

    private final Optional<YearMonth> given;
    private final YearMonth usual;
    private final boolean personsReturn;
    private @Nullable YearMonth found;

    /** @param personsReturn whether the persons of this run may have been those of another */
    Months(Optional<YearMonth> given, boolean personsReturn, Clock clock) {
        this.given = given;
        this.usual = YearMonth.now(clock.withZone(ProvinceProfile.ZONE)).minusMonths(1);
        this.personsReturn = personsReturn;
    }

    YearMonth month(Bench bench) {
        YearMonth month = found;
        if (month == null) {
            month = given.orElseGet(() -> personsReturn ? fresh(bench) : usual);
            found = month;
        }
        return month;
    }

    private YearMonth fresh(Bench bench) {
        Bench.Enrolled enrolled = bench.enrolled();
        YearMonth month = usual;
        for (int back = 0; back < FURTHEST_BACK; back++) {
            ProvinceCommand.Withhold command =
                    bench.withhold(enrolled.person(), enrolled.number(), bench.order.amountFen(), month);
            if (!(bench.outcome(command) instanceof ProvinceReply.Refused refused
                    && refused.reason() == RefusalReason.PERIOD_ALREADY_PAID)) {
                return month;
            }
            month = month.minusMonths(1);
        }
        throw new IllegalStateException(
                "the first test person has paid every month back to " + month + "; give others, or -Dperiod=");
    }
}
