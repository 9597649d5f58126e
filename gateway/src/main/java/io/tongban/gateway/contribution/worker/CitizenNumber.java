package io.tongban.gateway.contribution.worker;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A citizen number that is right in itself, GB 11643: 17 digits (region, birth date, sequence) and a check character;
 * the last letter is upper case. Silent in {@link #toString()}.
 */
public record CitizenNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate FIRST_BIRTH_DATE = LocalDate.of(1900, 1, 1);
    private static final String POINTER = "/citizenNumber";

    public CitizenNumber {
        if (!FORM.matcher(value).matches()) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "A citizen number has 18 characters", POINTER);
        }
    }

    /**
     * Reads a number as a partner sends it.
     *
     * @param today the day in Asia/Shanghai, against which region and birth date are checked
     * @throws ProblemException for the first flaw in the order region, birth date, check character
     */
    public static CitizenNumber parse(String written, LocalDate today) {
        CitizenNumber number = asWritten(written);
        number.check(today);
        return number;
    }

    /** Upper-cased and otherwise unchecked: enough to look a number up. */
    public static CitizenNumber asWritten(String written) {
        return new CitizenNumber(written.toUpperCase(Locale.ROOT));
    }

    /** The check character that belongs to 17 digits. */
    static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private void check(LocalDate today) {
        if (!Regions.PUBLISHED.inForce(value.substring(0, 2), today)) {
            throw new ProblemException(ProblemType.CITIZEN_NUMBER_REGION, null, POINTER);
        }
        if (!hasBirthDate(today)) {
            throw new ProblemException(ProblemType.CITIZEN_NUMBER_BIRTH_DATE, null, POINTER);
        }
        if (value.charAt(17) != checkCharacter(value)) {
            throw new ProblemException(ProblemType.CITIZEN_NUMBER_CHECKSUM, null, POINTER);
        }
    }

    private boolean hasBirthDate(LocalDate today) {
        try {
            LocalDate birth = LocalDate.of(digits(6, 10), digits(10, 12), digits(12, 14));
            return !birth.isBefore(FIRST_BIRTH_DATE) && !birth.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private int digits(int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    /** Positions 7 to 12. */
    public YearMonth birthMonth() {
        return YearMonth.of(digits(6, 10), digits(10, 12));
    }

    /** The sequence is even for women, position 17. */
    public boolean isFemale() {
        return digits(16, 17) % 2 == 0;
    }

    @Override
    public String toString() {
        return "CitizenNumber[…]";
    }
}
