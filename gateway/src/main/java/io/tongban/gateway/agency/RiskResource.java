package io.tongban.gateway.agency;

import io.tongban.api.agency.RiskApi;
import io.tongban.api.agency.RiskCase;
import io.tongban.api.agency.RiskCasePage;
import io.tongban.api.agency.RiskCaseState;
import io.tongban.api.agency.RiskDecision;
import io.tongban.api.agency.RiskVerdict;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.gateway.trust.risk.RiskCases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Cases of risk over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class RiskResource implements RiskApi {
    private static final int OK = 200;

    private final RiskCases cases;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public RiskResource(RiskCases cases, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.cases = cases;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    public RiskCasePage listRiskCases(@Nullable RiskCaseState state, @Nullable String cursor, @Nullable Integer limit) {
        RiskCases.Page page = jdbi.withHandle(handle -> cases.list(
                handle,
                state == null ? null : io.tongban.gateway.trust.risk.RiskCase.State.valueOf(state.name()),
                cursor,
                limit));
        return new RiskCasePage(page.items().stream().map(RiskResource::toWire).toList(), page.nextCursor());
    }

    @Override
    public RiskCase decideRiskCase(@Nullable String idempotencyKey, String caseId, RiskDecision decision) {
        return idempotency.once(
                idempotencyKey,
                OK,
                handle -> toWire(cases.decide(
                        handle,
                        caseId,
                        decision.verdict() == RiskVerdict.APPROVED,
                        decision.note(),
                        caller.principal())));
    }

    private static RiskCase toWire(io.tongban.gateway.trust.risk.RiskCase found) {
        return new RiskCase(
                found.id(),
                RiskCaseState.valueOf(found.state().name()),
                found.rule(),
                found.clientId(),
                found.operation(),
                found.reference(),
                found.workerId(),
                found.amountFen(),
                found.point(),
                found.operator(),
                found.openedAt(),
                found.decidedAt(),
                found.decidedBy(),
                found.note(),
                found.revision());
    }
}
