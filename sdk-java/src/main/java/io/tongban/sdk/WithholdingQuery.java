package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.internal.call.Target;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which withholdings to list; each filter narrows. Immutable.
 */
public final class WithholdingQuery {
    private static final WithholdingQuery ALL = new WithholdingQuery(null, null, null, null, null);

    private final @Nullable String workerId;
    private final @Nullable String partnerReference;
    private final @Nullable YearMonth period;
    private final @Nullable WithholdingState state;
    private final @Nullable Integer pageSize;

    private WithholdingQuery(
            @Nullable String workerId,
            @Nullable String partnerReference,
            @Nullable YearMonth period,
            @Nullable WithholdingState state,
            @Nullable Integer pageSize) {
        if (pageSize != null && (pageSize < 1 || pageSize > 200)) {
            throw new IllegalArgumentException("A page has 1 to 200 withholdings, not " + pageSize);
        }
        this.workerId = workerId;
        this.partnerReference = partnerReference;
        this.period = period;
        this.state = state;
        this.pageSize = pageSize;
    }

    public static WithholdingQuery all() {
        return ALL;
    }

    public WithholdingQuery ofWorker(String id) {
        return new WithholdingQuery(Given.value(id, "id"), partnerReference, period, state, pageSize);
    }

    public WithholdingQuery withReference(String reference) {
        return new WithholdingQuery(workerId, Given.value(reference, "reference"), period, state, pageSize);
    }

    public WithholdingQuery ofPeriod(YearMonth month) {
        return new WithholdingQuery(workerId, partnerReference, Given.value(month, "month"), state, pageSize);
    }

    public WithholdingQuery inState(WithholdingState wanted) {
        return new WithholdingQuery(workerId, partnerReference, period, Given.value(wanted, "wanted"), pageSize);
    }

    public WithholdingQuery pagesOf(int size) {
        return new WithholdingQuery(workerId, partnerReference, period, state, size);
    }

    String query(@Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("workerId", workerId);
        parameters.put("partnerReference", partnerReference);
        parameters.put("period", period == null ? null : period.toString());
        parameters.put("state", state == null ? null : state.name());
        parameters.put("cursor", cursor);
        parameters.put("limit", pageSize == null ? null : pageSize.toString());
        return Target.query(parameters);
    }

    @Override
    public String toString() {
        return "WithholdingQuery" + query(null);
    }
}
