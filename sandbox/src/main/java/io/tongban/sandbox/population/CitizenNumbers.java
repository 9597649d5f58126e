package io.tongban.sandbox.population;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * Composes citizen numbers of a prefecture that does not exist. Different indices below {@link Population#MOST} never
 * share one: county digits and sequence count to 100,000, and each further 100,000 moves the birth day by one within
 * its four weeks.
 */
public final class CitizenNumbers {
    private static final String NO_PREFECTURE = "99";
    private static final int PER_DAY = 100_000;
    private static final int WEEKS = 28;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private CitizenNumbers() {}

    public static String compose(String province, LocalDate birth, int index) {
        return compose(province, DateTimeFormatter.BASIC_ISO_DATE.format(birth), index);
    }

    /** @param birth eight digits, not necessarily a date */
    static String compose(String province, String birth, int index) {
        int county = index / 1000 % 100;
        int sequence = index % 1000;
        return withCheck(province + NO_PREFECTURE + String.format("%02d%s%03d", county, birth, sequence));
    }

    /** Another check character than the right one. */
    static String withWrongCheck(String number) {
        int right = CHECK_CHARACTERS.indexOf(number.charAt(17));
        return number.substring(0, 17) + CHECK_CHARACTERS.charAt((right + 1) % 11);
    }

    /** A birth date between two, both possible. */
    static LocalDate birth(LocalDate earliest, LocalDate latest, int index, SplittableRandom dice) {
        long firstSlot = Math.floorDiv(earliest.toEpochDay() + WEEKS - 1, (long) WEEKS);
        long endSlot = Math.floorDiv(latest.toEpochDay() + 1, (long) WEEKS);
        long slot = dice.nextLong(firstSlot, endSlot);
        int scattered = new SplittableRandom(index % PER_DAY).nextInt(WEEKS);
        return LocalDate.ofEpochDay(slot * WEEKS + (scattered + index / PER_DAY) % WEEKS);
    }

    private static String withCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + CHECK_CHARACTERS.charAt(sum % 11);
    }
}
