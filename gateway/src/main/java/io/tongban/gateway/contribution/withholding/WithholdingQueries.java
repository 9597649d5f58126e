package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what was accepted. A withholding is seen by its partner alone. */
@ApplicationScoped
public class WithholdingQueries {
    /** A page of a listing; {@code nextCursor} is absent on the last one. */
    record Page(List<WithholdingRecord> items, @Nullable String nextCursor) {}

    /** @throws ProblemException withholding-not-found, also for another partner's withholding */
    WithholdingRecord read(Handle handle, String clientId, String withholdingId) {
        return WithholdingStore.find(handle, withholdingId)
                .filter(each -> each.clientId().equals(clientId))
                .orElseThrow(() -> new ProblemException(ProblemType.WITHHOLDING_NOT_FOUND));
    }

    Page list(Handle handle, String clientId, ListFilter filter, @Nullable String cursor, @Nullable Integer asked) {
        int limit = PageLimit.of(asked);
        Cursor after = cursor == null ? null : Cursor.read(cursor, clientId, filter);
        // One more than asked for, to know whether there is a next page.
        List<WithholdingRecord> found = WithholdingListing.page(handle, clientId, filter, after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<WithholdingRecord> items = found.subList(0, limit);
        return new Page(items, Cursor.after(items.get(limit - 1)).write(clientId, filter));
    }

    /** The worker's last withholdings of each province and insurance, at most so many of each, newest first. */
    public List<WithholdingRecord> lastOf(Handle handle, String clientId, String workerId, int most) {
        return WithholdingListing.lastOf(handle, clientId, workerId, most);
    }

    /** The months that are paid for persons or on their way, ascending, through whichever partner. */
    public List<PaidMonth> paid(Handle handle, Collection<String> personIds) {
        return PaidMonths.of(handle, personIds);
    }

    /** Months that are on their way, each with who withheld it. */
    public List<MonthUnderWay> underWay(Handle handle, Collection<String> personIds) {
        return PaidMonths.underWay(handle, personIds);
    }

    /** Those of them that this partner withheld. */
    public List<PaidMonth> paidThrough(Handle handle, String clientId, String workerId) {
        return PaidMonths.through(handle, clientId, workerId);
    }
}
