package io.tongban.sandbox.chaos;

/**
 * What came of a day whose books were made to differ.
 *
 * @param planted rows in which they were
 * @param found of them, by reason and serial
 * @param invented others that were told
 * @param unsigned provinces whose day did not agree after all was put right
 */
public record DayComparison(long planted, long found, long invented, long unsigned) {
    static final DayComparison NONE = new DayComparison(0, 0, 0, 0);

    boolean isRight() {
        return found == planted && invented == 0 && unsigned == 0;
    }

    DayComparison plus(DayComparison other) {
        return new DayComparison(
                planted + other.planted, found + other.found, invented + other.invented, unsigned + other.unsigned);
    }
}
