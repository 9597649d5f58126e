package io.tongban.gateway.withholding;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a listing is narrowed to; each present filter narrows. */
record ListFilter(
        @Nullable String workerId,
        @Nullable String reference,
        @Nullable YearMonth period,
        BookedWithholding.@Nullable State state) {}
