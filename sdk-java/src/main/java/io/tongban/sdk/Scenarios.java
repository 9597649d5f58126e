package io.tongban.sdk;

import io.tongban.api.scenario.Scenario;
import io.tongban.api.scenario.ScenarioList;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What can be had to go wrong in the sandbox, by {@link TongbanBuilder#scenario}; nothing in production. */
public final class Scenarios {
    private final Caller caller;

    Scenarios(Caller caller) {
        this.caller = caller;
    }

    public List<Scenario> list() {
        return caller.call(listing()).items();
    }

    public CompletableFuture<List<Scenario>> listAsync() {
        return caller.start(listing()).thenApply(ScenarioList::items);
    }

    private static Call<ScenarioList> listing() {
        return Call.read("listScenarios", "/v1/scenarios", ScenarioList.class);
    }
}
