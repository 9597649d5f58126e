package io.tongban.province;

import java.util.regex.Pattern;

/**
 * A province, by the first two digits of its GB/T 2260 division code ({@code 44} Guangdong); {@code 66} stands by
 * custom, not by the standard, for the Xinjiang Production and Construction Corps.
 */
public record ProvinceCode(String value) implements Comparable<ProvinceCode> {
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");

    public ProvinceCode {
        if (!TWO_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("a province code has two digits");
        }
    }

    @Override
    public int compareTo(ProvinceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
