package io.tongban.gateway.accounting.reconciliation;

import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.ReconciliationApi;
import io.tongban.api.agency.ReconciliationDayPage;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Days and the rows in which they differ, over HTTP. */
@ApplicationScoped
public class ReconciliationResource implements ReconciliationApi {
    private final Jdbi jdbi;

    @Inject
    public ReconciliationResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public ReconciliationDayPage listReconciliationDays(
            @Nullable String province,
            io.tongban.api.agency.@Nullable DayState state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        DayCursor after = cursor == null ? DayCursor.BEFORE_ALL : DayCursor.read(cursor);
        String named = state == null ? null : state.name();
        return jdbi.withHandle(handle -> DayMapper.days(handle, province, named, after, size));
    }

    @Override
    public DayDifferencePage listDayDifferences(
            @Nullable String province, @Nullable String day, @Nullable String cursor, @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        if (cursor != null && !cursor.matches("rdf_[0-9a-z]{26}")) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        LocalDate wanted = day == null ? null : date(day);
        return jdbi.withHandle(
                handle -> DayMapper.differences(handle, province, wanted, cursor == null ? "" : cursor, size));
    }

    private static LocalDate date(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.DATE_INVALID);
        }
    }
}
