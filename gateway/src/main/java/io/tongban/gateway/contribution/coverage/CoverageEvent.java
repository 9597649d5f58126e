package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.cover.CoverState;
import io.tongban.gateway.contribution.cover.Outlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something to be told of an insurance of a person.
 *
 * @param day for LAPSING the one of the lapse, else the one on which it is seen
 */
record CoverageEvent(PersonInsurance of, Type type, LocalDate day, Outlook outlook) {
    /** Told before that. */
    private static final int DAYS_BEFORE = 10;

    enum Type {
        STARTED,
        LAPSING,
        LAPSED,
        RESUMED
    }

    /** An insurance of a person in a province. */
    record PersonInsurance(String personId, String province, String insurance) {
        /** All who write rows of several do so in one order. */
        static final Comparator<PersonInsurance> ORDER = Comparator.comparing(PersonInsurance::personId)
                .thenComparing(PersonInsurance::province)
                .thenComparing(PersonInsurance::insurance);
    }

    /**
     * What is to be told today. Where no rule says what is covered, nothing is.
     *
     * @param last what was told last, but for LAPSING
     */
    static List<CoverageEvent> due(PersonInsurance of, Outlook outlook, Optional<Type> last, LocalDate today) {
        List<CoverageEvent> due = new ArrayList<>();
        if (outlook.state() == CoverState.UNKNOWN) {
            return due;
        }
        boolean was = last.isPresent() && last.get() != Type.LAPSED;
        boolean is = outlook.state() == CoverState.COVERED;
        if (is && !was) {
            due.add(new CoverageEvent(of, last.isEmpty() ? Type.STARTED : Type.RESUMED, today, outlook));
        } else if (was && !is) {
            due.add(new CoverageEvent(of, Type.LAPSED, today, outlook));
        }
        LocalDate lapses = outlook.lapsesOn();
        if (is && lapses != null && !today.isBefore(lapses.minusDays(DAYS_BEFORE))) {
            due.add(new CoverageEvent(of, Type.LAPSING, lapses, outlook));
        }
        return due;
    }
}
