package io.tongban.sdk;

import io.tongban.api.agency.RiskCase;
import io.tongban.api.agency.RiskCasePage;
import io.tongban.api.agency.RiskCaseState;
import io.tongban.api.agency.RiskDecision;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What rules of risk kept back at counters; for the agency's own client. */
public final class RiskCases {
    private static final String PATH = "/v1/admin/risk-cases";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    RiskCases(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Newest first, fetched page by page as it is walked. */
    public Pages<RiskCase> list(RiskCaseState state) {
        String asked = Given.value(state, "state").name();
        return new Pages<>(cursor -> {
            RiskCasePage page = caller.call(listing(asked, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<RiskCasePage> listAsync(RiskCaseState state, @Nullable String cursor) {
        return caller.start(listing(Given.value(state, "state").name(), cursor));
    }

    /** Once and for good; named by the case. */
    public RiskCase decide(String caseId, RiskDecision decision) {
        return caller.call(deciding(caseId, decision, RequestOptions.none()));
    }

    public CompletableFuture<RiskCase> decideAsync(String caseId, RiskDecision decision, RequestOptions options) {
        return caller.start(deciding(caseId, decision, options));
    }

    private static Call<RiskCasePage> listing(String state, @Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("state", state);
        parameters.put("cursor", cursor);
        return Call.read("listRiskCases", PATH + Target.query(parameters), RiskCasePage.class);
    }

    private Call<RiskCase> deciding(String caseId, RiskDecision decision, RequestOptions options) {
        String path = PATH + "/" + Target.segment(caseId) + "/decision";
        var unused = Given.value(decision, "decision");
        return idempotentCalls.named("decideRiskCase", path, decision, RiskCase.class, caseId, options);
    }
}
