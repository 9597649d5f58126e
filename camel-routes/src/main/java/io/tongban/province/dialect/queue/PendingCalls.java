package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Callers that wait for their answer, by serial. An answer is given to one caller or to none, never to one who has
 * gone: who gives up and who is given to is settled by one atomic step.
 */
final class PendingCalls {
    /** Far more than all provinces' calls at once; a bound all the same. */
    private static final int MOST = 10_000;

    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /**
     * @param codec that reads the answer
     * @throws CallFailed if someone waits for this serial already
     */
    Caller join(ProvinceCommand command, QueueCodec codec) {
        Caller caller = new Caller(command, codec);
        if (callers.size() >= MOST || callers.putIfAbsent(command.serial(), caller) != null) {
            throw new CallFailed(UnknownCause.BUSY);
        }
        return caller;
    }

    Optional<Caller> find(@Nullable String serial) {
        return serial == null ? Optional.empty() : Optional.ofNullable(callers.get(serial));
    }

    /**
     * Silent in {@link #toString()}, because a province may put anything anywhere.
     *
     * @param text in which the answer came
     */
    record Given(Answer answer, String text) {
        @Override
        public String toString() {
            return "Given[…]";
        }
    }

    /** One caller, from before its command is sent until it has its answer or has given up. */
    final class Caller implements AutoCloseable {
        private final ProvinceCommand command;
        private final QueueCodec codec;
        private final CompletableFuture<Given> answer = new CompletableFuture<>();

        private Caller(ProvinceCommand command, QueueCodec codec) {
            this.command = command;
            this.codec = codec;
        }

        ProvinceCommand command() {
            return command;
        }

        QueueCodec codec() {
            return codec;
        }

        /** @return false if the caller has gone, or has its answer */
        boolean give(Answer given, String text) {
            return answer.complete(new Given(given, text));
        }

        /** The answer; empty if none came in time, and then none will be taken any more. */
        Optional<Given> await(Duration atMost) {
            try {
                return Optional.of(answer.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                return answer.cancel(false) ? Optional.empty() : Optional.of(answer.join());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer.cancel(false);
                throw new CallFailed(UnknownCause.INTERRUPTED);
            } catch (ExecutionException e) {
                throw new CallFailed(UnknownCause.FAILED);
            }
        }

        @Override
        public void close() {
            answer.cancel(false);
            callers.remove(command.serial(), this);
        }
    }
}
