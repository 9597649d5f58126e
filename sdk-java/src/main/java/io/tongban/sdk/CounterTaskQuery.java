package io.tongban.sdk;

import io.tongban.api.agency.TaskState;
import io.tongban.sdk.call.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; each filter narrows, null does not. Immutable.
 *
 * @param pageSize tasks a page, 1 to 200; null for the gateway's default of 50
 */
public record CounterTaskQuery(
        @Nullable String province,
        @Nullable TaskState state,
        @Nullable Integer pageSize) {
    private static final CounterTaskQuery ALL = new CounterTaskQuery(null, null, null);

    public CounterTaskQuery {
        if (pageSize != null && (pageSize < 1 || pageSize > 200)) {
            throw new IllegalArgumentException("A page has 1 to 200 tasks, not " + pageSize);
        }
    }

    public static CounterTaskQuery all() {
        return ALL;
    }

    public CounterTaskQuery ofProvince(String code) {
        return new CounterTaskQuery(code, state, pageSize);
    }

    public CounterTaskQuery inState(TaskState wanted) {
        return new CounterTaskQuery(province, wanted, pageSize);
    }

    public CounterTaskQuery pagesOf(int size) {
        return new CounterTaskQuery(province, state, size);
    }

    String query(@Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("province", province);
        parameters.put("state", state == null ? null : state.name());
        parameters.put("cursor", cursor);
        parameters.put("limit", pageSize == null ? null : pageSize.toString());
        return Target.query(parameters);
    }
}
