package io.tongban.gateway.delivery.province;

import io.tongban.province.ProvinceCode;
import java.time.Instant;

/**
 * What the agency lets pass to a province, and who decided it.
 *
 * @param changedBy client id of the operator
 * @param revision rises by every change
 */
public record Control(
        ProvinceCode province,
        OperatorState state,
        String reason,
        Instant changedAt,
        String changedBy,
        long revision) {}
