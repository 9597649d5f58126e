package io.tongban.gateway.dispatch;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tasks of all rooms, by kind. */
final class ProvinceTasks {
    private final List<ProvinceTask> all;
    private final Map<String, ProvinceTask> byKind;

    ProvinceTasks(Collection<ProvinceTask> tasks) {
        all = List.copyOf(tasks);
        byKind = tasks.stream().collect(toUnmodifiableMap(ProvinceTask::kind, Function.identity()));
    }

    List<ProvinceTask> all() {
        return all;
    }

    /** @throws IllegalStateException if this node has no such task; a newer one may */
    ProvinceTask of(String kind) {
        ProvinceTask task = byKind.get(kind);
        if (task == null) {
            throw new IllegalStateException("no task serves " + kind);
        }
        return task;
    }
}
