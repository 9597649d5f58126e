package io.tongban.sdk.internal.call;

import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.error.RawAnswer;
import io.tongban.sdk.internal.access.ClockSkew;
import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.transport.TransportResponse;
import io.tongban.signature.SignatureFailure;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads answers whose signature was verified before. */
final class AnswerReader {
    private static final Set<String> TIME_WRONG = Set.of(
            SignatureFailure.EXPIRED.code(),
            SignatureFailure.FROM_FUTURE.code(),
            ProblemType.TOKEN_EXPIRED.code(),
            ProblemType.TOKEN_INVALID.code());

    private final Clock clock;

    AnswerReader(Clock clock) {
        this.clock = clock;
    }

    <T> Attempt<T> read(Call<T> call, SignedRequest request, TransportResponse answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return value(call, answer)
                    .<Attempt<T>>map(value -> new Attempt.Answered<>(value, answer))
                    .orElseGet(() -> new Attempt.Unreadable<>(
                            "not a " + call.answer().getSimpleName() + ", status " + status, raw(answer)));
        }
        Optional<Problem> problem =
                Json.read(answer.body(), Problem.class).filter(document -> isComplete(document, status));
        if (problem.isEmpty()) {
            return new Attempt.Unreadable<>("not a problem document, status " + status, raw(answer));
        }
        @Nullable
        Duration retryAfter = RetryAfter.of(answer.fields(), clock.instant()).orElse(null);
        return new Attempt.Refused<>(
                problem.get(), retryAfter, request.token(), hint(problem.get(), answer), raw(answer));
    }

    static RawAnswer raw(TransportResponse answer) {
        return new RawAnswer(answer.status(), answer.fields(), answer.body());
    }

    /** Where the gateway finds a time wrong, it may be this machine's. */
    private String hint(Problem problem, TransportResponse answer) {
        return TIME_WRONG.contains(problem.code()) ? ClockSkew.hint(answer.fields(), clock.instant()) : "";
    }

    private static <T> Optional<T> value(Call<T> call, TransportResponse answer) {
        if (call.answer() == Nothing.class) {
            return Optional.of(call.answer().cast(new Nothing()));
        }
        return Json.read(answer.body(), call.answer()).filter(AnswerReader::hasItsItems);
    }

    /** A list of the contract without its list is none: who walks it must not meet a null. */
    private static boolean hasItsItems(Object document) {
        if (!document.getClass().isRecord()) {
            return true;
        }
        try {
            for (RecordComponent component : document.getClass().getRecordComponents()) {
                if (component.getName().equals("items")
                        && component.getAccessor().invoke(document) == null) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("The contract's records are public", hidden);
        }
    }

    /** A body that merely is a JSON object would read as a problem, too. */
    @SuppressWarnings("ConstantValue") // JSON does not keep what the record's types promise
    private static boolean isComplete(Problem problem, int status) {
        Object code = problem.code();
        return code != null && status >= 400;
    }
}
