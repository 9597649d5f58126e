package io.tongban.sandbox.province;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** GB 11643, as a province reads it. */
final class CitizenNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private CitizenNumber() {}

    /** The birth date of a well-formed number with the right check character, born by the given day. */
    static Optional<LocalDate> birthDate(String number, LocalDate today) {
        if (!number.matches("[1-9][0-9]{16}[0-9X]") || number.charAt(17) != checkCharacter(number)) {
            return Optional.empty();
        }
        try {
            LocalDate birth = LocalDate.parse(number.substring(6, 14), BIRTH);
            return birth.isAfter(today) ? Optional.empty() : Optional.of(birth);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
