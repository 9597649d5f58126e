package io.tongban.gateway.contribution.mandate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a person said, in mandates that are not revoked, of the most that all platforms together may hold back for a month.
 * It is the person's, so it holds for every platform, also for one whose own mandate says nothing of it or more.
 */
public record WorkerLimits(List<Said> said) {
    public static final WorkerLimits NONE = new WorkerLimits(List.of());

    /** @param to last month; open when absent */
    public record Said(YearMonth from, @Nullable YearMonth to, long fen) {
        boolean covers(YearMonth month) {
            return !month.isBefore(from) && (to == null || !month.isAfter(to));
        }
    }

    public WorkerLimits {
        said = List.copyOf(said);
    }

    /** The least holds: no platform can widen what the person said elsewhere. Whole fen; empty where nothing was said. */
    public OptionalLong of(YearMonth month) {
        return said.stream()
                .filter(each -> each.covers(month))
                .mapToLong(Said::fen)
                .min();
    }

    /**
     * As a column of a query, for the person that it names; {@link #read} reads it. A partner that is suspended is not
     * believed any more, what it recorded as the person's word neither.
     */
    static String column(String person) {
        return "(SELECT string_agg(l.valid_from || ' ' || coalesce(l.valid_to, '-') || ' ' || l.payout_limit_fen, ',')"
                + " FROM worker o JOIN mandate l ON l.worker_id = o.id JOIN partner r ON r.client_id = l.client_id"
                + " WHERE o.person_id = " + person
                + " AND r.state = 'ACTIVE' AND l.payout_limit_fen IS NOT NULL AND l.revoked_at IS NULL)";
    }

    /** @param column as {@link #column} gives it; null where nothing was said */
    static WorkerLimits read(@Nullable String column) {
        if (column == null) {
            return NONE;
        }
        List<Said> said = new ArrayList<>();
        for (String each : column.split(",", -1)) {
            String[] parts = each.split(" ", -1);
            said.add(new Said(
                    YearMonth.parse(parts[0]),
                    parts[1].equals("-") ? null : YearMonth.parse(parts[1]),
                    Long.parseLong(parts[2])));
        }
        return new WorkerLimits(said);
    }

    static WorkerLimits find(Handle handle, String personId) {
        return read(handle.createQuery("SELECT " + column(":person"))
                .bind("person", personId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }
}
