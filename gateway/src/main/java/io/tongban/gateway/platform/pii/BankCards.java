package io.tongban.gateway.platform.pii;

import java.util.regex.Pattern;

/** Numbers of bank cards: ISO/IEC 7812, an issuer's first digits and a check digit. */
final class BankCards {
    /**
     * UnionPay 62 and 81, ICBC's 9558, Visa, Mastercard, JCB. Counters and times begin otherwise: those of this century
     * with 1 or 20.
     */
    private static final Pattern ISSUED = Pattern.compile("(?:62|81)[0-9]{14,17}|9558[0-9]{12,15}|4[0-9]{15}"
            + "|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
            + "|35(?:2[89]|[3-8][0-9])[0-9]{12}");

    private BankCards() {}

    static boolean isCard(String digits) {
        return ISSUED.matcher(digits).matches() && checks(digits);
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
