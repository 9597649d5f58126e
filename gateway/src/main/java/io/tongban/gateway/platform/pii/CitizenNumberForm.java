package io.tongban.gateway.platform.pii;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a citizen number has in itself, GB 11643, whether its region is in force or not. */
final class CitizenNumberForm {
    /** First digits of GB/T 2260, and 9 for foreigners' numbers, whose region follows (GA 2102-2023). */
    private static final Pattern FORM =
            Pattern.compile("(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|8[1-3]|9[1-6])[0-9]{15}[0-9X]");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate FIRST_BIRTH_DATE = LocalDate.of(1900, 1, 1);

    private CitizenNumberForm() {}

    static boolean isRight(String number, LocalDate lastBirthDate) {
        return FORM.matcher(number).matches()
                && number.charAt(17) == "10X98765432".charAt(sum(number) % 11)
                && hasBirthDate(number, lastBirthDate);
    }

    private static int sum(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum;
    }

    private static boolean hasBirthDate(String number, LocalDate last) {
        try {
            LocalDate birth = LocalDate.of(digits(number, 6, 10), digits(number, 10, 12), digits(number, 12, 14));
            return !birth.isBefore(FIRST_BIRTH_DATE) && !birth.isAfter(last);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int digits(String number, int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }
}
