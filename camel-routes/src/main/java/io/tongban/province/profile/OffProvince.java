package io.tongban.province.profile;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.util.Set;

/**
 * A shipped province of which this gateway was told nothing, neither where it is nor how to sign in: it is known, and
 * nothing is sent to it.
 */
public record OffProvince(
        ProvinceCode code,
        String nameZh,
        String nameEn,
        String dialect,
        Set<InsuranceKind> insurances,
        int queue,
        Patience patience) {
    public OffProvince {
        insurances = Set.copyOf(insurances);
    }
}
