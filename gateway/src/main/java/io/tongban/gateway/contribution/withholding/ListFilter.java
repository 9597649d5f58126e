package io.tongban.gateway.contribution.withholding;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a listing is narrowed to; each present filter narrows. */
record ListFilter(
        @Nullable String workerId,
        @Nullable String reference,
        @Nullable YearMonth period,
        WithholdingRecord.@Nullable State state) {}
