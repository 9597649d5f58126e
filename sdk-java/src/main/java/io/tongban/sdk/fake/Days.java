package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.agency.DayDifference;
import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.ReconciliationDay;
import io.tongban.api.agency.ReconciliationDayPage;
import java.util.Comparator;
import java.util.List;

/** Days of the provinces' books: none, for the provinces here have no books of their own. */
final class Days {
    private static final String PATH = "/v1/admin/reconciliation";

    List<Route> routes() {
        return List.of(
                Route.read(PATH + "/days", Scopes.AGENCY_ADMIN, this::days),
                Route.read(PATH + "/differences", Scopes.AGENCY_ADMIN, this::differences));
    }

    private ReconciliationDayPage days(Request request) {
        return new PageCut<>(
                        request, (ReconciliationDay day) -> day.day().toString(), Comparator.<String>naturalOrder())
                .cut(List.of(), ReconciliationDayPage::new);
    }

    private DayDifferencePage differences(Request request) {
        return new PageCut<>(request, DayDifference::id, Comparator.<String>naturalOrder())
                .cut(List.of(), DayDifferencePage::new);
    }
}
