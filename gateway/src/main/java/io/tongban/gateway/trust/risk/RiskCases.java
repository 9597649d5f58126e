package io.tongban.gateway.trust.risk;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What rules kept back, for the agency to decide. */
@ApplicationScoped
public class RiskCases {
    private static final String ID = "rsk_[0-9a-z]{1,36}";

    private final Audit audit;
    private final Clock clock;

    @Inject
    public RiskCases(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A page, newest first; {@code nextCursor} is absent on the last one. */
    public record Page(List<RiskCase> items, @Nullable String nextCursor) {}

    /** The cursor is the last id of the page before, and no secret. */
    public Page list(Handle handle, RiskCase.@Nullable State state, @Nullable String cursor, @Nullable Integer asked) {
        int limit = PageLimit.of(asked);
        if (cursor != null && !cursor.matches(ID)) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        List<RiskCase> found = RiskCaseStore.list(handle, state, cursor, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        return new Page(found.subList(0, limit), found.get(limit - 1).id());
    }

    /**
     * Once and for good. What is approved may be asked for once more, in the same words.
     *
     * @throws ProblemException risk-case-not-found or risk-case-decided
     */
    public RiskCase decide(Handle handle, String id, boolean isApproved, String note, Principal officer) {
        RiskCase.State state = isApproved ? RiskCase.State.APPROVED : RiskCase.State.REJECTED;
        boolean isDecided = RiskCaseStore.decide(handle, id, state, officer.id(), note, clock.instant());
        RiskCase found =
                RiskCaseStore.find(handle, id).orElseThrow(() -> new ProblemException(ProblemType.RISK_CASE_NOT_FOUND));
        if (!isDecided) {
            throw new ProblemException(ProblemType.RISK_CASE_DECIDED);
        }
        audit.append(
                handle,
                new AuditEntry(
                        officer, found.clientId(), "risk.decided", id, Map.of("state", state.name(), "note", note)));
        return found;
    }
}
