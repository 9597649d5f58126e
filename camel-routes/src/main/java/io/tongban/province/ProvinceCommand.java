package io.tongban.province;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What Tongban asks of a province. Each command carries a serial that is given once, stored before the first send and
 * the same on every try: 20 characters, digits and upper-case letters, unique over all provinces and days.
 */
public sealed interface ProvinceCommand {
    ProvinceCode province();

    String serial();

    /** Make the person known to the province; answered with {@link ProvinceDetail.Registered}. */
    record Register(ProvinceCode province, String serial, InsuredPerson person, Place place)
            implements ProvinceCommand {}

    /**
     * Book one month's contribution that a platform withheld under the worker's mandate; answered with
     * {@link ProvinceDetail.Withheld}.
     *
     * @param personNumber the province's own number of the person (AAC001)
     * @param period the month that is paid for (AAE002)
     * @param baseFen contribution base, whole fen a month (AAE180)
     * @param amountFen what was withheld, whole fen
     * @param payer the withholding platform's unified social credit code, GB 32100 (AAB001 at the gateway's partners)
     */
    record Withhold(
            ProvinceCode province,
            String serial,
            InsuredPerson person,
            String personNumber,
            InsuranceKind insurance,
            YearMonth period,
            long baseFen,
            long amountFen,
            String payer)
            implements ProvinceCommand {
        @Override
        public String toString() {
            return "Withhold[" + province + " " + serial + "]";
        }
    }

    /**
     * Change one insurance of a person from a month on; answered with {@link ProvinceDetail.Changed}.
     *
     * @param personNumber the province's own number of the person (AAC001)
     * @param from the first month of which the change holds (AAE002)
     * @param baseFen contribution base, whole fen a month (AAE180); 0 of a change that says none
     */
    record ChangeInsurance(
            ProvinceCode province,
            String serial,
            InsuredPerson person,
            String personNumber,
            InsuranceKind insurance,
            InsuranceChange change,
            YearMonth from,
            long baseFen)
            implements ProvinceCommand {
        public ChangeInsurance {
            if (change.hasBase() != baseFen > 0) {
                throw new IllegalArgumentException("a base is said where it is enrolled or changed, and nowhere else");
            }
        }

        @Override
        public String toString() {
            return "ChangeInsurance[" + province + " " + serial + " " + change + "]";
        }
    }

    /**
     * Put right what the province knows of a person; answered with {@link ProvinceDetail.Changed}.
     *
     * @param person as it is right: the citizen number is the one that the province has, name and mobile may be new
     * @param personNumber the province's own number of the person (AAC001)
     */
    record Correct(ProvinceCode province, String serial, InsuredPerson person, String personNumber)
            implements ProvinceCommand {
        @Override
        public String toString() {
            return "Correct[" + province + " " + serial + "]";
        }
    }

    /**
     * Ask what became of an earlier command, by that command's serial. The reply is what the province would have
     * answered then; {@link RefusalReason#SERIAL_NOT_FOUND} means that the earlier command never arrived.
     */
    record Inquire(ProvinceCode province, String serial, ProvinceCommand about) implements ProvinceCommand {
        public Inquire {
            if (about instanceof Inquire || !about.province().equals(province)) {
                throw new IllegalArgumentException("an inquiry is about another command of the same province");
            }
        }
    }

    /**
     * Take an earlier command back (冲正), whether it arrived or not; the province then refuses it should it arrive
     * later. Answered like any command; {@link RefusalReason#SERIAL_NOT_FOUND} means that there was nothing to take back.
     */
    record Reverse(ProvinceCode province, String serial, ProvinceCommand about) implements ProvinceCommand {
        public Reverse {
            if (!(about instanceof Withhold) || !about.province().equals(province)) {
                throw new IllegalArgumentException("a reversal is about a withholding of the same province");
            }
        }
    }

    /** Ask for the state of each insurance of a person; answered with {@link ProvinceDetail.Covers}. */
    record QueryStatus(ProvinceCode province, String serial, InsuredPerson person, String personNumber)
            implements ProvinceCommand {
        @Override
        public String toString() {
            return "QueryStatus[" + province + " " + serial + "]";
        }
    }

    /** A question about what was booked on a day (对账). */
    sealed interface DayQuery extends ProvinceCommand {
        LocalDate day();
    }

    /** Ask what was booked on a day, in sums; answered with {@link ProvinceDetail.DayTotals}. */
    record QueryDayTotals(ProvinceCode province, String serial, LocalDate day) implements DayQuery {}

    /**
     * Ask for the bookings of a day one by one; answered with {@link ProvinceDetail.DayItems}.
     *
     * @param page from 1 on; a province that does not part its list has one page
     */
    record QueryDayItems(ProvinceCode province, String serial, LocalDate day, int page) implements DayQuery {
        public QueryDayItems {
            if (page < 1) {
                throw new IllegalArgumentException("pages are counted from 1");
            }
        }
    }

    /** Why this province: the worker works there, or the household is registered there. */
    enum Place {
        WORK_PLACE,
        HOUSEHOLD
    }
}
