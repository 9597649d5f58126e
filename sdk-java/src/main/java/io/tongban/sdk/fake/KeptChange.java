package io.tongban.sdk.fake;

import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChange;
import org.jspecify.annotations.Nullable;

/**
 * A change, as it is shown and for whom.
 *
 * @param right of a correction only
 */
record KeptChange(
        String clientId,
        String person,
        InsuranceChange shown,
        @Nullable CorrectionOrder right) {}
