package io.tongban.gateway.console;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.CounterCheck;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each form says of the visit that it belongs to. */
final class VisitForm {
    private static final Set<String> IDENTIFIED = Set.of("CARD_READ", "FACE_CHECKED", "PAPERS_SEEN");

    private VisitForm() {}

    /** @throws ProblemException counter-context-invalid for a form that no page of ours has */
    static CounterCheck.Said said(
            Teller teller, @Nullable String point, @Nullable String identified, Point.Service purpose) {
        if (point == null || identified == null || !IDENTIFIED.contains(identified)) {
            throw new ProblemException(ProblemType.COUNTER_CONTEXT_INVALID);
        }
        return new CounterCheck.Said(teller.by(), point, teller.session(), purpose, identified);
    }

    static Point.Service purpose(@Nullable String word) {
        if ("PAY".equals(word)) {
            return Point.Service.PAY;
        }
        if ("STATUS".equals(word)) {
            return Point.Service.STATUS;
        }
        throw new ProblemException(ProblemType.COUNTER_CONTEXT_INVALID);
    }
}
