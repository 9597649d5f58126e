package io.tongban.gateway.trust.requestlog;

import org.jspecify.annotations.Nullable;

/**
 * Each narrows a listing.
 *
 * @param before only ids that are lower
 */
record RequestFilter(
        @Nullable String traceId,
        @Nullable String subjectId,
        @Nullable String before) {}
