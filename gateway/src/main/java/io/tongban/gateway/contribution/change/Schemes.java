package io.tongban.gateway.contribution.change;

import io.tongban.province.InsuranceKind;
import java.util.Map;
import java.util.Optional;

/** The employees' and the residents' scheme of one insurance (HRSS AAE140), of which nobody is in both at once. */
final class Schemes {
    static final InsuranceKind EMPLOYEES_PENSION = new InsuranceKind("AAE140:110");

    private static final Map<String, String> OTHER = Map.of(
            "AAE140:110", "AAE140:170",
            "AAE140:170", "AAE140:110",
            "AAE140:310", "AAE140:390",
            "AAE140:390", "AAE140:310");

    private Schemes() {}

    static Optional<InsuranceKind> otherOf(InsuranceKind insurance) {
        return Optional.ofNullable(OTHER.get(insurance.value())).map(InsuranceKind::new);
    }
}
