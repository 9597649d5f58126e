package io.tongban.gateway.contribution.payout;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What workers' own limits over all platforms leave, as a report is gone through. Whoever adds under a limit holds the
 * person, so that parts of different insurances come one after the other, too; without a limit nobody does.
 */
final class LimitLedger {
    private final Map<MonthOfPerson, Sums> sums;

    LimitLedger(Map<MonthOfPerson, Sums> sums) {
        this.sums = new HashMap<>(sums);
    }

    /** A month, whatever the insurance. */
    record MonthOfPerson(String personId, YearMonth period) {
        static MonthOfPerson of(Reported reported) {
            return new MonthOfPerson(
                    reported.standing().worker().personId(), reported.cutOff().month());
        }
    }

    /** What is held for a month, of all insurances: by all platforms, and by the one that asks. */
    record Sums(long allFen, long ownFen) {
        static final Sums NOTHING = new Sums(0, 0);
    }

    /** Holds the persons with limits until the transaction ends; before any month is held. */
    static LimitLedger hold(Handle handle, String clientId, List<Reported> reported) {
        Set<String> persons = new TreeSet<>();
        for (Reported each : reported) {
            if (each.limitFen().isPresent()) {
                persons.add(each.standing().worker().personId());
            }
        }
        if (persons.isEmpty()) {
            return new LimitLedger(Map.of());
        }
        LimitStore.holdPersons(handle, persons);
        return new LimitLedger(LimitStore.sums(handle, clientId, persons));
    }

    /** What the limit leaves to the platform for the month, before a payout. */
    LimitRoom room(Reported reported, LocalDate today) {
        OptionalLong limit = reported.limitFen();
        if (limit.isEmpty()) {
            return LimitRoom.unlimited();
        }
        long fen = limit.getAsLong();
        Sums held = held(reported);
        return new LimitRoom(
                fen, Math.max(0, reported.carriedFen(fen, today) - held.ownFen()), Math.max(0, fen - held.allFen()));
    }

    private Sums held(Reported reported) {
        return sums.getOrDefault(MonthOfPerson.of(reported), Sums.NOTHING);
    }

    void add(Reported reported, long fen) {
        Sums before = held(reported);
        sums.put(MonthOfPerson.of(reported), new Sums(before.allFen() + fen, before.ownFen() + fen));
    }
}
