package io.tongban.sdk;

import io.tongban.api.agency.TaskState;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; each filter narrows. Immutable.
 */
public final class ReviewTaskQuery {
    private static final ReviewTaskQuery ALL = new ReviewTaskQuery(null, null, null);

    private final @Nullable String province;
    private final @Nullable TaskState state;
    private final @Nullable Integer pageSize;

    private ReviewTaskQuery(@Nullable String province, @Nullable TaskState state, @Nullable Integer pageSize) {
        if (pageSize != null && (pageSize < 1 || pageSize > 200)) {
            throw new IllegalArgumentException("A page has 1 to 200 tasks, not " + pageSize);
        }
        this.province = province;
        this.state = state;
        this.pageSize = pageSize;
    }

    public static ReviewTaskQuery all() {
        return ALL;
    }

    public ReviewTaskQuery ofProvince(String code) {
        return new ReviewTaskQuery(Given.value(code, "code"), state, pageSize);
    }

    public ReviewTaskQuery inState(TaskState wanted) {
        return new ReviewTaskQuery(province, Given.value(wanted, "wanted"), pageSize);
    }

    public ReviewTaskQuery pagesOf(int size) {
        return new ReviewTaskQuery(province, state, size);
    }

    String query(@Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("province", province);
        parameters.put("state", state == null ? null : state.name());
        parameters.put("cursor", cursor);
        parameters.put("limit", pageSize == null ? null : pageSize.toString());
        return Target.query(parameters);
    }

    @Override
    public String toString() {
        return "ReviewTaskQuery" + query(null);
    }
}
