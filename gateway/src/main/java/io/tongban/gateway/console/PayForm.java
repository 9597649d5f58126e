package io.tongban.gateway.console;

import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.payment.Payment;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a page asks for it.
 *
 * @param key made with the page, so that it is taken once however often it is sent; the payment's reference as well
 */
record PayForm(String workerId, String mandateId, long fen, Payment.Means means, String key) {
    private static final Pattern KEY = Pattern.compile("page_[0-9a-zA-Z]{10,40}");
    private static final Pattern FEN = Pattern.compile("[1-9][0-9]{0,11}");

    /** @throws ProblemException field-missing or field-invalid for what no page of ours sends */
    static PayForm of(
            @Nullable String worker,
            @Nullable String mandate,
            @Nullable String fen,
            @Nullable String means,
            @Nullable String key) {
        if (worker == null || mandate == null || means == null) {
            throw new ProblemException(ProblemType.FIELD_MISSING);
        }
        if (!worker.matches(Patterns.WORKER_ID) || !mandate.matches(Patterns.MANDATE_ID)) {
            throw new ProblemException(ProblemType.FIELD_INVALID);
        }
        if (fen == null || !FEN.matcher(fen).matches() || !(means.equals("CASH") || means.equals("CARD"))) {
            throw new ProblemException(ProblemType.FIELD_INVALID);
        }
        return new PayForm(worker, mandate, Long.parseLong(fen), Payment.Means.valueOf(means), key(key));
    }

    static String key(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ProblemException(ProblemType.FIELD_INVALID);
        }
        return key;
    }

    /** What makes two of them the same. */
    List<String> said() {
        return List.of(workerId, mandateId, String.valueOf(fen), means.name());
    }
}
