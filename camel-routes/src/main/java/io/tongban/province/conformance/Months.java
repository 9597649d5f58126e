package io.tongban.province.conformance;

import static io.tongban.province.conformance.Bench.words;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which month is withheld for, and from which on insurances are changed. Test persons that are given meet every run, so
 * the month of the run before is paid: then one of them looks for the first month back that is not. Changes do not go
 * back with it, for a province takes none that holds from before an earlier one.
 */
final class Months {
    private static final int FURTHEST_BACK = 60;

    private final Optional<YearMonth> given;
    private final YearMonth usual;
    private final boolean personsReturn;
    private @Nullable YearMonth found;
    private @Nullable String exhausted;

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

    /**
     * From when a change may hold, the best first. The later ones are for persons of whom another run has changed
     * something from a later month on, or has paid that month.
     */
    List<YearMonth> ofChanges() {
        YearMonth first = given.orElse(usual);
        return personsReturn
                ? Stream.of(first, usual, usual.plusMonths(1), usual.plusMonths(2))
                        .filter(month -> !month.isBefore(first))
                        .distinct()
                        .toList()
                : List.of(first);
    }

    private YearMonth fresh(Bench bench) {
        if (exhausted != null) {
            throw new IllegalStateException(exhausted);
        }
        Bench.Enrolled enrolled = bench.enrolled(bench.persons().whoFindsTheMonth());
        YearMonth month = usual;
        ProvinceReply reply = withheld(bench, enrolled, month);
        for (int back = 1; isPaid(reply) && back < FURTHEST_BACK; back++) {
            month = month.minusMonths(1);
            reply = withheld(bench, enrolled, month);
        }
        if (isPaid(reply) || (reply instanceof ProvinceReply.Refused && month.isBefore(usual))) {
            exhausted = "the first test person has paid every month that the province takes (" + month + " ended "
                    + words(reply) + "); give others, or -Dperiod=";
            throw new IllegalStateException(exhausted);
        }
        return month;
    }

    private static ProvinceReply withheld(Bench bench, Bench.Enrolled enrolled, YearMonth month) {
        ProvinceCommand.Withhold command =
                bench.withhold(enrolled.person(), enrolled.number(), bench.order.amountFen(), month);
        return bench.outcome(command);
    }

    private static boolean isPaid(ProvinceReply reply) {
        return reply instanceof ProvinceReply.Refused refused && refused.reason() == RefusalReason.PERIOD_ALREADY_PAID;
    }
}
