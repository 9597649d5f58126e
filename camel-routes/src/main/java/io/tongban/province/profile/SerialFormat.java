package io.tongban.province.profile;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * How a province writes our serials.
 *
 * @param pattern with a star where ours stands
 * @param digits how many ours has as a number, with zeros before; 0 for ours as it is
 */
public record SerialFormat(String pattern, int digits) {
    static final String OURS = "*";
    /** Of the greatest of our serials: 20 characters of 36. */
    static final int LEAST_DIGITS = 32;

    static final SerialFormat USUAL = new SerialFormat(OURS, 0);
    private static final int CHARACTERS = 20;
    private static final int LETTERS_AND_DIGITS = 36;

    String written(String ours) {
        return pattern.replace(OURS, digits == 0 ? ours : number(ours));
    }

    private String number(String ours) {
        String number = new BigInteger(ours, LETTERS_AND_DIGITS).toString();
        return "0".repeat(digits - number.length()) + number;
    }

    /** Ours again; empty if the province's is none that we have given. */
    Optional<String> ours(String theirs) {
        int star = pattern.indexOf(OURS);
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        if (theirs.length() <= before.length() + after.length()
                || !theirs.startsWith(before)
                || !theirs.endsWith(after)) {
            return Optional.empty();
        }
        String inner = theirs.substring(star, theirs.length() - after.length());
        return digits == 0 ? Optional.of(inner) : ofNumber(inner);
    }

    private Optional<String> ofNumber(String number) {
        if (!number.matches("[0-9]{" + digits + "}")) {
            return Optional.empty();
        }
        String ours = new BigInteger(number).toString(LETTERS_AND_DIGITS).toUpperCase(Locale.ROOT);
        return ours.length() > CHARACTERS
                ? Optional.empty()
                : Optional.of("0".repeat(CHARACTERS - ours.length()) + ours);
    }
}
