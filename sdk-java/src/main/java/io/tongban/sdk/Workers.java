package io.tongban.sdk;

import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.api.worker.WorkerSearch;
import io.tongban.sdk.call.Call;
import io.tongban.sdk.call.Caller;
import io.tongban.sdk.call.Target;
import io.tongban.sdk.call.Waiting;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Registers, reads and finds workers. Every method throws, or completes with, a
 * {@link io.tongban.sdk.error.TongbanException}.
 */
public final class Workers {
    private static final String PATH = "/v1/workers";

    private final Caller caller;
    private final Effects effects;

    Workers(Caller caller) {
        this.caller = caller;
        this.effects = new Effects(caller.clientId());
    }

    /** Stores the worker and sends the registration to the province; named by its {@code partnerReference}. */
    public Worker register(WorkerRegistration registration) {
        return register(registration, RequestOptions.none());
    }

    public Worker register(WorkerRegistration registration, RequestOptions options) {
        return caller.call(registering(registration, options));
    }

    public CompletableFuture<Worker> registerAsync(WorkerRegistration registration) {
        return registerAsync(registration, RequestOptions.none());
    }

    public CompletableFuture<Worker> registerAsync(WorkerRegistration registration, RequestOptions options) {
        return caller.start(registering(registration, options));
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
        return Waiting.on(awaitEnrolledAsync(workerId, atMost));
    }

    public CompletableFuture<Worker> awaitEnrolledAsync(String workerId, Duration atMost) {
        return Polling.until(caller, () -> getAsync(workerId), Workers::isDecided, atMost);
    }

    private static boolean isDecided(Worker worker) {
        return worker.enrolments().stream()
                .map(enrolment -> enrolment.state())
                .allMatch(state -> state == EnrolmentState.ENROLLED || state == EnrolmentState.REFUSED);
    }

    private Call<Worker> registering(WorkerRegistration registration, RequestOptions options) {
        return effects.named(
                "registerWorker",
                "POST",
                PATH,
                registration,
                Worker.class,
                // A worker may be registered in several provinces under one reference.
                registration.partnerReference() + "@" + registration.province(),
                registration.partnerReference(),
                options);
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
