package io.tongban.sdk.call;

import io.tongban.api.problem.Problem;
import io.tongban.sdk.json.Json;
import io.tongban.sdk.transport.TransportResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads answers whose signature was verified before. */
final class AnswerReader {
    private final Clock clock;

    AnswerReader(Clock clock) {
        this.clock = clock;
    }

    <T> Attempt<T> read(Call<T> call, SignedRequest request, TransportResponse answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return value(call, answer)
                    .<Attempt<T>>map(value -> new Attempt.Answered<>(value, status))
                    .orElseGet(() ->
                            new Attempt.Unreadable<>("not a " + call.answer().getSimpleName() + ", status " + status));
        }
        Optional<Problem> problem =
                Json.read(answer.body(), Problem.class).filter(document -> isComplete(document, status));
        if (problem.isEmpty()) {
            return new Attempt.Unreadable<>("not a problem document, status " + status);
        }
        @Nullable
        Duration retryAfter = RetryAfter.of(answer.fields(), clock.instant()).orElse(null);
        return new Attempt.Refused<>(problem.get(), status, retryAfter, request.token());
    }

    private static <T> Optional<T> value(Call<T> call, TransportResponse answer) {
        if (call.answer() == Nothing.class) {
            return Optional.of(call.answer().cast(new Nothing()));
        }
        return Json.read(answer.body(), call.answer());
    }

    /** A body that merely is a JSON object would read as a problem, too. */
    @SuppressWarnings("ConstantValue") // JSON does not keep what the record's types promise
    private static boolean isComplete(Problem problem, int status) {
        Object code = problem.code();
        return code != null && status >= 400;
    }
}
