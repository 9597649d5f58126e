package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.servicepoint.ServicePoint;
import io.tongban.api.servicepoint.ServicePointList;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where workers are served by people. */
public final class ServicePoints {
    private final Caller caller;

    ServicePoints(Caller caller) {
        this.caller = caller;
    }

    /** The nearest that are open, nearest first. */
    public List<ServicePoint> find(ServicePointQuery query) {
        return caller.call(finding(query)).items();
    }

    public CompletableFuture<List<ServicePoint>> findAsync(ServicePointQuery query) {
        return caller.start(finding(query)).thenApply(ServicePointList::items);
    }

    private static Call<ServicePointList> finding(ServicePointQuery query) {
        return Call.read(
                "findServicePoints",
                "/v1/service-points" + Given.value(query, "query").query(),
                ServicePointList.class);
    }
}
