package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which payouts to list; each filter narrows. Immutable. */
public final class PayoutQuery {
    private static final PayoutQuery ALL = new PayoutQuery(null, null, null);

    private final @Nullable String workerId;
    private final @Nullable String partnerReference;
    private final @Nullable Integer pageSize;

    private PayoutQuery(@Nullable String workerId, @Nullable String partnerReference, @Nullable Integer pageSize) {
        if (pageSize != null && (pageSize < 1 || pageSize > 200)) {
            throw new IllegalArgumentException("A page has 1 to 200 payouts, not " + pageSize);
        }
        this.workerId = workerId;
        this.partnerReference = partnerReference;
        this.pageSize = pageSize;
    }

    public static PayoutQuery all() {
        return ALL;
    }

    public PayoutQuery ofWorker(String id) {
        return new PayoutQuery(Given.value(id, "id"), partnerReference, pageSize);
    }

    public PayoutQuery withReference(String reference) {
        return new PayoutQuery(workerId, Given.value(reference, "reference"), pageSize);
    }

    public PayoutQuery pagesOf(int size) {
        return new PayoutQuery(workerId, partnerReference, size);
    }

    String query(@Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("workerId", workerId);
        parameters.put("partnerReference", partnerReference);
        parameters.put("cursor", cursor);
        parameters.put("limit", pageSize == null ? null : pageSize.toString());
        return Target.query(parameters);
    }

    @Override
    public String toString() {
        return "PayoutQuery" + query(null);
    }
}
