package io.tongban.gateway.counter.payment;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Twenty characters of Crockford's base 32: a hundred bits of chance, which nobody guesses. */
final class ReceiptCode {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;
    /** With blanks and hyphens between. */
    private static final int MOST_TYPED = 64;

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptCode() {}

    static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it was given, however somebody typed it: Crockford reads letters of either case, o for 0, i and l for 1. */
    static Optional<String> read(String typed) {
        if (typed.length() > MOST_TYPED) {
            return Optional.empty();
        }
        String code = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
