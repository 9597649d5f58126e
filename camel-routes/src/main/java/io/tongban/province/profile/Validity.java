package io.tongban.province.profile;

import java.time.LocalDate;

/** The days, both ends included, on which a version of a profile is in force, in {@link ProvinceProfile#ZONE}. */
public record Validity(LocalDate from, LocalDate to) {
    public Validity {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(Validity other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }
}
