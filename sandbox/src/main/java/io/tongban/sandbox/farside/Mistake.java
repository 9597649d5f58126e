package io.tongban.sandbox.farside;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Something that a province's book of a day tells wrongly.
 *
 * @param serial of the booking
 * @param fen whole fen that are told; of no effect where the booking's own are
 * @param day on which it is told; of no effect but where it is strange
 */
public record Mistake(Kind kind, String serial, long fen, LocalDate day) {
    /** What can be wrong with a booking. */
    public enum Kind {
        /** It is not there. */
        LOST,
        /** It is there two times. */
        TWICE,
        /** It has another amount. */
        OTHER,
        /** It is there, and nobody asked for it. */
        STRANGE;

        /** As a far side's own book has it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Mistake with(String another) {
        return new Mistake(kind, another, fen, day);
    }

    /** As a far side's program reads it: words with a space between, the day as yyyyMMdd. */
    String line() {
        return kind.word() + " " + serial + " " + fen + " " + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
