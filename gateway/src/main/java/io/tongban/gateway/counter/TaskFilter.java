package io.tongban.gateway.counter;

import org.jspecify.annotations.Nullable;

/** What a listing is narrowed to; each present filter narrows. A province that there is not has no tasks. */
public record TaskFilter(@Nullable String province, Task.@Nullable State state) {}
