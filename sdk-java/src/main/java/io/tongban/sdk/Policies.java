package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.policy.PolicyList;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import java.util.concurrent.CompletableFuture;

/** The rules that contributions are computed by, each with its source. */
public final class Policies {
    private final Caller caller;

    Policies(Caller caller) {
        this.caller = caller;
    }

    /** What holds in a province. Refused with {@code province-unknown} if there is none. */
    public PolicyList list(PolicyQuery query) {
        return caller.call(listing(query));
    }

    public CompletableFuture<PolicyList> listAsync(PolicyQuery query) {
        return caller.start(listing(query));
    }

    private static Call<PolicyList> listing(PolicyQuery query) {
        return Call.read(
                "listPolicies", "/v1/policies" + Given.value(query, "query").query(), PolicyList.class);
    }
}
