package io.tongban.gateway.delivery.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a listing; {@code nextCursor} is absent on the last one. */
public record TaskPage(List<ReviewTask> items, @Nullable String nextCursor) {
    public TaskPage {
        items = List.copyOf(items);
    }
}
