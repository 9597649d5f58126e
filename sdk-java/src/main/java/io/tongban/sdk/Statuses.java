package io.tongban.sdk;

import io.tongban.api.cover.WorkerCover;
import io.tongban.api.internal.Given;
import io.tongban.api.status.WorkerStatus;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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

    /** Day by day over the twelve months that end with this one, by the rules; no province is asked. */
    public WorkerCover cover(String workerId) {
        return caller.call(covering(workerId, null, null));
    }

    public CompletableFuture<WorkerCover> coverAsync(String workerId) {
        return caller.start(covering(workerId, null, null));
    }

    /** @param to last day; what is to come is as if nothing more were paid */
    public WorkerCover cover(String workerId, LocalDate from, LocalDate to) {
        return caller.call(covering(workerId, Given.value(from, "from"), Given.value(to, "to")));
    }

    public CompletableFuture<WorkerCover> coverAsync(String workerId, LocalDate from, LocalDate to) {
        return caller.start(covering(workerId, Given.value(from, "from"), Given.value(to, "to")));
    }

    private static Call<WorkerStatus> reading(String workerId) {
        return Call.read("readStatus", "/v1/workers/" + Target.segment(workerId) + "/status", WorkerStatus.class);
    }

    private static Call<WorkerCover> covering(String workerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        Map<String, @Nullable String> days = new LinkedHashMap<>();
        days.put("from", from == null ? null : from.toString());
        days.put("to", to == null ? null : to.toString());
        return Call.read(
                "readCover",
                "/v1/workers/" + Target.segment(workerId) + "/cover" + Target.query(days),
                WorkerCover.class);
    }
}
