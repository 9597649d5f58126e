package io.tongban.sandbox.chaos;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reports of payouts, signed beforehand, each sent once: of one person after the other. */
final class BenchPayouts {
    static final int CREATED = 201;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long BASE_FEN = 1_000_000;
    private static final long EARNED_FEN = 10_000;

    private final Plan plan;
    private final SignedCalls calls;
    private int sent;

    /** @param plan whose workers earn; nothing of it is withheld directly */
    BenchPayouts(Plan plan, SignedCalls calls) {
        this.plan = plan;
        this.calls = calls;
    }

    void register(Callers callers, Platforms platforms) throws Exception {
        callers.each(plan.workers, insured -> platforms.register(insured, BASE_FEN));
    }

    List<HttpRequest> next(int count) {
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Insured insured = plan.workers.get(sent % plan.workers.size());
            String reference = EarnedMonths.PREFIX + plan.run + sent++;
            String body = """
                    {"payouts":[{"partnerReference":"%s","workerId":"%s","mandateId":"%s","paidOn":"%s","earnedFen":%d}]}""".formatted(
                            reference,
                            requireNonNull(insured.workerId),
                            requireNonNull(insured.mandateId),
                            LocalDate.now(SHANGHAI),
                            EARNED_FEN);
            requests.add(calls.post(insured.platform.clientId(), "/v1/payouts", body, reference));
        }
        return requests;
    }
}
