package io.tongban.province;

import java.util.regex.Pattern;

/**
 * An insurance kind written with its code system, because codes clash between systems: {@code AAE140:110} is the
 * employees' pension in the HRSS code set AAE140. A profile maps it to what the province calls it.
 */
public record InsuranceKind(String value) {
    private static final Pattern CODE = Pattern.compile("AAE140:[0-9]{3}");

    public InsuranceKind {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("an insurance kind is written AAE140:nnn");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
