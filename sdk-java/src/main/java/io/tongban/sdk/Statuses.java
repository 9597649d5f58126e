package io.tongban.sdk;

import io.tongban.api.status.WorkerStatus;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;

/** What a worker is insured for, and through which month. */
public final class Statuses {
    private final Caller caller;

    Statuses(Caller caller) {
        this.caller = caller;
    }

    /** Asks each province of the worker; takes up to some seconds. */
    public WorkerStatus of(String workerId) {
        return caller.call(reading(workerId));
    }

    public CompletableFuture<WorkerStatus> ofAsync(String workerId) {
        return caller.start(reading(workerId));
    }

    private static Call<WorkerStatus> reading(String workerId) {
        return Call.read("readStatus", "/v1/workers/" + Target.segment(workerId) + "/status", WorkerStatus.class);
    }
}
