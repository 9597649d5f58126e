package io.tongban.gateway.trust.partner;

/** Unified social credit code, GB 32100: 17 characters and a check character, weights 3^i mod 31. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    private CreditCode() {}

    /** Whether the code is well-formed and its check character is right. */
    public static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % MODULUS;
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return ALPHABET.charAt(check) == code.charAt(LENGTH - 1);
    }
}
