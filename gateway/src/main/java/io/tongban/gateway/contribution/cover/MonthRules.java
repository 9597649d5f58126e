package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.policy.CutOff;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of one month of one insurance.
 *
 * @param cover how cover follows from payment; empty where nobody knows
 * @param yearly whether it is paid by the year
 * @param byPlatform whether the platform owes it, by what was done through it
 * @param cutOffDay last day of the next month on which this one can be paid
 * @param gapAllowed months without payment after which nothing is waited for
 * @param waiting months to be waited for
 * @param waitingAtMost where it is known only how many they are at most
 * @param waitingPerMissedYear months more for each year without payment
 */
record MonthRules(
        Optional<PolicyEntry> cover,
        Kind kind,
        boolean yearly,
        boolean byPlatform,
        Optional<Counted> cutOffDay,
        Optional<Counted> gapAllowed,
        Optional<Counted> waiting,
        Optional<Counted> waitingAtMost,
        Optional<Counted> waitingPerMissedYear) {
    /** The words of the rule {@code cover}. */
    enum Kind {
        ACCRUES,
        AT_ONCE,
        AFTER_WAITING,
        UNKNOWN
    }

    /** A number with the entry that says so. */
    record Counted(int number, PolicyEntry entry) {}

    /** Last day on which the month can be paid; empty where nobody knows. */
    Optional<LocalDate> cutOff(YearMonth month) {
        return cutOffDay.map(day -> CutOff.of(month, day.number(), day.entry()).lastDay());
    }

    List<PolicyEntry> behind() {
        return cover.stream().toList();
    }
}
