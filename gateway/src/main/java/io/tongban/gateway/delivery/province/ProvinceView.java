package io.tongban.gateway.delivery.province;

import io.tongban.province.ProvinceFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A province as it is just now.
 *
 * @param open whether its system takes calls now
 * @param until when that changes next
 * @param typical from acceptance to outcome
 * @param expectedBy absent while the agency lets nothing pass, or the province is off
 * @param waiting commands that are not done
 */
record ProvinceView(
        ProvinceFacts facts,
        boolean open,
        @Nullable Instant until,
        OperatorState state,
        Duration typical,
        @Nullable Instant expectedBy,
        long waiting) {}
