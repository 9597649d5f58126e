package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rules; today's of a province, unless narrowed. */
public final class PolicyQuery {
    private final String province;
    private final @Nullable String insurance;
    private final @Nullable LocalDate asOf;
    private final @Nullable LocalDate knownAt;

    private PolicyQuery(
            String province, @Nullable String insurance, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        this.province = province;
        this.insurance = insurance;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** @param province first two digits of its GB/T 2260 code */
    public static PolicyQuery of(String province) {
        return new PolicyQuery(Given.value(province, "province"), null, null, null);
    }

    /** Only of this insurance, and what holds for all. */
    public PolicyQuery withInsurance(String kind) {
        return new PolicyQuery(province, Given.value(kind, "kind"), asOf, knownAt);
    }

    /** As they hold on this day. */
    public PolicyQuery on(LocalDate day) {
        return new PolicyQuery(province, insurance, Given.value(day, "day"), knownAt);
    }

    /** As they were known on this day. */
    public PolicyQuery knownOn(LocalDate day) {
        return new PolicyQuery(province, insurance, asOf, Given.value(day, "day"));
    }

    String query() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("province", province);
        parameters.put("insurance", insurance);
        parameters.put("asOf", asOf == null ? null : asOf.toString());
        parameters.put("knownAt", knownAt == null ? null : knownAt.toString());
        return Target.query(parameters);
    }
}
