package io.tongban.gateway.delivery.dispatch;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tasks of all rooms, by kind. */
final class ProvinceOperations {
    private final List<ProvinceOperation> all;
    private final Map<String, ProvinceOperation> byKind;

    ProvinceOperations(Collection<ProvinceOperation> tasks) {
        all = List.copyOf(tasks);
        byKind = tasks.stream().collect(toUnmodifiableMap(ProvinceOperation::kind, Function.identity()));
    }

    List<ProvinceOperation> all() {
        return all;
    }

    /** @throws IllegalStateException if this node has no such task; a newer one may */
    ProvinceOperation of(String kind) {
        ProvinceOperation task = byKind.get(kind);
        if (task == null) {
            throw new IllegalStateException("no task serves " + kind);
        }
        return task;
    }
}
