package io.tongban.sdk;

import io.tongban.api.agency.DayState;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which days to list; each filter narrows. Immutable. */
public final class ReconciliationDayQuery {
    private static final ReconciliationDayQuery ALL = new ReconciliationDayQuery(null, null, null);

    private final @Nullable String province;
    private final @Nullable DayState state;
    private final @Nullable Integer pageSize;

    private ReconciliationDayQuery(@Nullable String province, @Nullable DayState state, @Nullable Integer pageSize) {
        if (pageSize != null && (pageSize < 1 || pageSize > 200)) {
            throw new IllegalArgumentException("A page has 1 to 200 days, not " + pageSize);
        }
        this.province = province;
        this.state = state;
        this.pageSize = pageSize;
    }

    public static ReconciliationDayQuery all() {
        return ALL;
    }

    public ReconciliationDayQuery ofProvince(String code) {
        return new ReconciliationDayQuery(Given.value(code, "code"), state, pageSize);
    }

    public ReconciliationDayQuery inState(DayState wanted) {
        return new ReconciliationDayQuery(province, Given.value(wanted, "wanted"), pageSize);
    }

    public ReconciliationDayQuery pagesOf(int size) {
        return new ReconciliationDayQuery(province, state, size);
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
        return "ReconciliationDayQuery" + query(null);
    }
}
