package io.tongban.sandbox.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a province that cannot say what became of it has taken back: withheld again, as a platform would. */
final class TakenBack {
    private static final String CODE = "province-reversed";

    private final GatewayBooks books;
    private final String run;
    private final Map<String, PaidMonth> open = new HashMap<>();

    TakenBack(GatewayBooks books, Plan plan) {
        this.books = books;
        this.run = plan.run;
        plan.months.forEach(this::add);
    }

    private void add(PaidMonth month) {
        open.put(month.reference(run), month);
    }

    /** What was taken back since this was last asked, under references of their own. */
    List<PaidMonth> again() throws Exception {
        List<PaidMonth> again = new ArrayList<>();
        for (GatewayBooks.Entry entry : books.all()) {
            if (CODE.equals(entry.refusal())) {
                PaidMonth month = open.remove(entry.reference());
                if (month != null) {
                    again.add(month.again());
                }
            }
        }
        again.forEach(this::add);
        return again;
    }
}
