package io.tongban.province.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a province writes an amount.
 *
 * @param decimals digits behind the point; none for whole fen
 * @param fen whether it counts fen, else yuan
 * @param digits how many digits it has at least, zeros before it, those behind the point included; 0 for as many as it needs
 * @param signed whether a sign stands before it always
 */
public record MoneyFormat(boolean fen, int decimals, int digits, boolean signed) {
    public static final MoneyFormat FEN = new MoneyFormat(true, 0, 0, false);
    public static final MoneyFormat YUAN = new MoneyFormat(false, 2, 0, false);

    private static final Pattern WHOLE_FEN = Pattern.compile("[0-9]{1,12}");
    /** A province's own zeros aside, no more than twelve digits of fen. */
    private static final Pattern WRITTEN = Pattern.compile("([+-]?)([0-9]{1,24})(?:\\.([0-9]{1,6}))?");

    /** The same, with zeros to a width. */
    public MoneyFormat filling(int width) {
        return new MoneyFormat(
                fen, decimals, Math.max(digits, width - (signed ? 1 : 0) - (decimals > 0 ? 1 : 0)), signed);
    }

    /** Empty if this is no amount, or one that cannot be written so: fen in yuan with no place for them. */
    public Optional<String> written(String wholeFen) {
        if (!WHOLE_FEN.matcher(wholeFen).matches()) {
            return Optional.empty();
        }
        String all = wholeFen;
        if (!fen && decimals >= 2) {
            all = wholeFen + "0".repeat(decimals - 2);
        } else if (!fen) {
            int lost = 2 - decimals;
            String padded = "0".repeat(Math.max(0, 3 - wholeFen.length())) + wholeFen;
            if (!padded.endsWith("0".repeat(lost))) {
                return Optional.empty();
            }
            all = padded.substring(0, padded.length() - lost);
        }
        int least = Math.max(decimals + 1, digits);
        String padded = "0".repeat(Math.max(0, least - all.length())) + all;
        int point = padded.length() - decimals;
        String text = decimals == 0 ? padded : padded.substring(0, point) + "." + padded.substring(point);
        return Optional.of((signed ? "+" : "") + text);
    }

    /** Whole fen; empty if this is not how the province writes an amount, or one below nothing. */
    public Optional<String> wholeFen(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()
                || parts.group(1).equals("-")
                || (!signed && !parts.group(1).isEmpty())) {
            return Optional.empty();
        }
        String behind = parts.group(3) == null ? "" : parts.group(3);
        if (behind.length() != decimals) {
            return Optional.empty();
        }
        String two = fen ? "" : (behind + "00").substring(0, 2);
        String lost = fen || behind.length() <= 2 ? "" : behind.substring(2);
        String whole = (parts.group(2) + two).replaceFirst("^0+(?=.)", "");
        boolean fits = whole.length() <= 12 && lost.matches("0*");
        return fits ? Optional.of(whole) : Optional.empty();
    }
}
