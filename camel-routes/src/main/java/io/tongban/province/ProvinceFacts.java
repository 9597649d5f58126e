package io.tongban.province;

import java.util.Set;

/**
 * What is known of a province from its profile.
 *
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param dialect name of the dialect room, such as {@code soap}
 * @param open whether a version of the profile is in force today and takes commands
 * @param insurances kinds that can be withheld for
 */
public record ProvinceFacts(
        ProvinceCode code,
        String nameZh,
        String nameEn,
        String dialect,
        boolean open,
        Set<InsuranceKind> insurances,
        TextCarrier names) {
    public ProvinceFacts {
        insurances = Set.copyOf(insurances);
    }

    /** Whether the province's charset and field width can carry a name whole. */
    @FunctionalInterface
    public interface TextCarrier {
        boolean carries(String name);
    }
}
