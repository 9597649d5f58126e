package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.api.worker.WorkerSearch;
import io.tongban.sdk.IdempotentCalls.Name;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.sdk.internal.call.Target;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Registers, reads and finds workers. Every method throws, or completes with, a
 * {@link io.tongban.sdk.error.TongbanException}.
 */
public final class Workers {
    private static final String PATH = "/v1/workers";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Workers(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /**
     * Stores the worker and sends the registration to the province; named by its {@code partnerReference}, the province
     * and its content. The same registration again, also after a restart, is the same effect, and answers the worker as
     * it is by then. If the province has refused it meanwhile, the same registration is a new attempt; corrected data are
     * one at any time. With an idempotency key of your own in the options, neither holds: the key alone decides.
     */
    public Worker register(WorkerRegistration registration) {
        return register(registration, RequestOptions.none());
    }

    public Worker register(WorkerRegistration registration, RequestOptions options) {
        return Futures.on(registerAsync(registration, options));
    }

    public CompletableFuture<Worker> registerAsync(WorkerRegistration registration) {
        return registerAsync(registration, RequestOptions.none());
    }

    public CompletableFuture<Worker> registerAsync(WorkerRegistration registration, RequestOptions options) {
        Call<Worker> first = registering(registration, "", options);
        if (options.idempotencyKey() != null) {
            return caller.start(first);
        }
        return caller.start(first).thenCompose(answered -> presently(registration, answered, options));
    }

    public Worker get(String workerId) {
        return caller.call(reading(workerId));
    }

    public CompletableFuture<Worker> getAsync(String workerId) {
        return caller.start(reading(workerId));
    }

    /** Refused with {@code worker-not-found} if no worker of this partner has this citizen number. */
    public Worker findByCitizenNumber(String citizenNumber) {
        return caller.call(finding(citizenNumber));
    }

    public CompletableFuture<Worker> findByCitizenNumberAsync(String citizenNumber) {
        return caller.start(finding(citizenNumber));
    }

    /**
     * Reads until every enrolment is ENROLLED or REFUSED, at growing intervals.
     *
     * @return the worker as last read; look at its enrolments, the time may have been too short
     */
    public Worker awaitEnrolled(String workerId, Duration atMost) {
        return Futures.on(awaitEnrolledAsync(workerId, atMost));
    }

    public CompletableFuture<Worker> awaitEnrolledAsync(String workerId, Duration atMost) {
        return Polling.until(caller, () -> getAsync(workerId), Workers::isDecided, atMost);
    }

    private static boolean isDecided(Worker worker) {
        return worker.enrolments().stream()
                .map(enrolment -> enrolment.state())
                .allMatch(state -> state == EnrolmentState.ENROLLED || state == EnrolmentState.REFUSED);
    }

    /** An answer from before may be a replay: then the present state counts, and a refused one is not the last word. */
    private CompletableFuture<Worker> presently(
            WorkerRegistration registration, Worker answered, RequestOptions options) {
        if (!RegistrationState.isReplay(
                answered, registration.province(), caller.clock().instant())) {
            return CompletableFuture.completedFuture(answered);
        }
        return getAsync(answered.id())
                .exceptionallyCompose(failure -> mayNotRead(failure)
                        ? CompletableFuture.completedFuture(answered)
                        : CompletableFuture.failedFuture(failure))
                .thenCompose(worker -> RegistrationState.refused(worker, registration.province())
                        .map(refused -> caller.start(registering(registration, refused, options)))
                        .orElseGet(() -> CompletableFuture.completedFuture(worker)));
    }

    /** A token may be good for registering alone; then the stored answer has to do. */
    private static boolean mayNotRead(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RefusedException refused && refused.status() == 403;
    }

    /** @param after the refused state that this attempt follows; empty for the first */
    private Call<Worker> registering(WorkerRegistration registration, String after, RequestOptions options) {
        String reference = Given.value(registration, "registration").partnerReference();
        // A worker may be registered in several provinces under one reference.
        Name name = new Name(reference + "@" + registration.province(), reference, after);
        return idempotentCalls.named("registerWorker", "POST", PATH, registration, Worker.class, name, options);
    }

    private static Call<Worker> reading(String workerId) {
        return Call.read("readWorker", PATH + "/" + Target.segment(workerId), Worker.class);
    }

    private static Call<Worker> finding(String citizenNumber) {
        return Call.search(
                "findWorker",
                PATH + "/search",
                WorkerSearch.builder().citizenNumber(citizenNumber).build(),
                Worker.class);
    }
}
