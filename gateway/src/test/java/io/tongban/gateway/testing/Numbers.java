package io.tongban.gateway.testing;

/** Citizen numbers that are right in themselves and belong to nobody: sequence 000 is not given out. */
public final class Numbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Numbers() {}

    public static String citizen(int n) {
        return complete("440300%04d%02d%02d000".formatted(1970 + n % 30, 1 + n / 30 % 12, 1 + n / 360 % 28));
    }

    /** Adds the check character to 17 digits. */
    public static String complete(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
