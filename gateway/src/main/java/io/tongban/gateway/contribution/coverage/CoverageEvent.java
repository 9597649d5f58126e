package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.cover.CoverState;
import io.tongban.gateway.contribution.cover.Outlook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told of an insurance of a person.
 *
 * @param clientId who is told; absent where all are who have the worker
 * @param day for LAPSING the one of the lapse, else the one on which it is seen
 * @param nth how many times the state was told with this one; absent of LAPSING
 */
record CoverageEvent(
        PersonInsurance of,
        Type type,
        @Nullable String clientId,
        LocalDate day,
        @Nullable Integer nth,
        Outlook outlook) {
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
     * What was told last, but for LAPSING.
     *
     * @param times how often anything was told
     */
    record LastTold(int times, Type type) {}

    /**
     * What is to be told today of how it stands. Where no rule says what is covered, nothing is; nothing of a lapse while
     * the month that is missing is being collected, nor of one that has retired.
     *
     * @param confirmed by what is confirmed alone
     * @param expected if what is being collected comes to be confirmed, through whomever
     */
    static Optional<CoverageEvent> ofState(
            PersonInsurance of, Outlook confirmed, Outlook expected, Optional<LastTold> last, LocalDate today) {
        if (isUntold(confirmed)) {
            return Optional.empty();
        }
        boolean was = wasCovered(last);
        boolean is = confirmed.state() == CoverState.COVERED;
        Type type = last.isEmpty() ? Type.STARTED : Type.RESUMED;
        if (is == was || (!is && expected.state() == CoverState.COVERED)) {
            return Optional.empty();
        }
        int nth = last.map(LastTold::times).orElse(0) + 1;
        return Optional.of(new CoverageEvent(of, is ? type : Type.LAPSED, null, today, nth, confirmed));
    }

    /** The day of a lapse that is near; empty as well where it is ordered so. As {@link #ofState}. */
    static Optional<LocalDate> lapsing(Outlook confirmed, Outlook expected, Optional<LastTold> last, LocalDate today) {
        boolean is = confirmed.state() == CoverState.COVERED;
        boolean stays = is || (wasCovered(last) && expected.state() == CoverState.COVERED);
        return isUntold(confirmed) || !stays ? Optional.empty() : near(expected, today);
    }

    /** The day on which what there is ends, if that is near and nobody ordered it. */
    static Optional<LocalDate> near(Outlook outlook, LocalDate today) {
        return Optional.ofNullable(outlook.lapsesOn())
                .filter(day -> !outlook.endsByOrder() && !today.isBefore(day.minusDays(DAYS_BEFORE)));
    }

    private static boolean isUntold(Outlook confirmed) {
        return confirmed.state() == CoverState.UNKNOWN || confirmed.isRetired();
    }

    private static boolean wasCovered(Optional<LastTold> last) {
        return last.isPresent() && last.get().type() != Type.LAPSED;
    }
}
