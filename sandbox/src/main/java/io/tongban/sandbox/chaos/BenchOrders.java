package io.tongban.sandbox.chaos;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Withholdings of a plan, signed beforehand, each sent once. */
final class BenchOrders {
    static final int ACCEPTED = 202;

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Plan plan;
    private final SignedCalls calls;
    private final GatewayBooks books;
    private final Iterator<PaidMonth> months;

    BenchOrders(Plan plan, SignedCalls calls, GatewayBooks books) {
        this.plan = plan;
        this.calls = calls;
        this.books = books;
        this.months = plan.months.iterator();
    }

    List<HttpRequest> next(int count) {
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PaidMonth month = months.next();
            Insured insured = month.insured();
            String reference = month.reference(plan.run);
            String body = """
                    {"partnerReference":"%s","workerId":"%s","mandateId":"%s","insurance":"AAE140:%s",
                     "period":"%s","baseFen":%d,"amountFen":%d}""".formatted(
                            reference,
                            requireNonNull(insured.workerId),
                            requireNonNull(insured.mandateId),
                            month.kind(),
                            month.period(),
                            month.baseFen(),
                            month.amountFen());
            requests.add(calls.post(insured.platform.clientId(), "/v1/withholdings", body, reference));
        }
        return requests;
    }

    /** Sends some, and waits until each has its outcome. */
    int settle(int count) throws Exception {
        calls.send(next(count), ACCEPTED);
        awaitOutcomes();
        return count;
    }

    void awaitOutcomes() throws Exception {
        try (Callers callers = new Callers(1, Duration.ofMinutes(10))) {
            callers.awaitNone(books::unresolved, LOOK_EVERY);
        }
    }
}
