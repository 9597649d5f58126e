package io.tongban.gateway.delivery.review;

import org.jspecify.annotations.Nullable;

/** What a listing is narrowed to; each present filter narrows. A province that there is not has no tasks. */
public record TaskFilter(@Nullable String province, ReviewTask.@Nullable State state) {}
