package io.tongban.gateway.counter.operator;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A bank's hand on its own operators. */
@ApplicationScoped
public class OperatorService {
    private final Audit audit;

    @Inject
    public OperatorService(Audit audit) {
        this.audit = audit;
    }

    /** @throws ProblemException operator-exists */
    void register(Handle handle, Principal by, BankOperator operator) {
        if (!OperatorStore.insert(handle, operator)) {
            throw new ProblemException(ProblemType.OPERATOR_EXISTS, null, "/staffNumber");
        }
        tell(handle, by, "operator.registered", operator);
    }

    /** @throws ProblemException operator-not-found */
    void change(Handle handle, Principal by, BankOperator operator) {
        if (!OperatorStore.update(handle, operator)) {
            throw new ProblemException(ProblemType.OPERATOR_NOT_FOUND);
        }
        tell(handle, by, "operator.changed", operator);
    }

    /** @throws ProblemException operator-not-found */
    BankOperator read(Handle handle, String clientId, String staffNumber) {
        return OperatorStore.find(handle, clientId, staffNumber)
                .orElseThrow(() -> new ProblemException(ProblemType.OPERATOR_NOT_FOUND));
    }

    /**
     * One who may work now.
     *
     * @throws ProblemException operator-unknown or operator-suspended
     */
    public BankOperator serving(Handle handle, String clientId, String staffNumber) {
        BankOperator operator = OperatorStore.find(handle, clientId, staffNumber)
                .orElseThrow(() -> new ProblemException(ProblemType.OPERATOR_UNKNOWN));
        if (operator.state() != BankOperator.State.ACTIVE) {
            throw new ProblemException(ProblemType.OPERATOR_SUSPENDED);
        }
        return operator;
    }

    private void tell(Handle handle, Principal by, String action, BankOperator operator) {
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        action,
                        operator.staffNumber(),
                        Map.of(
                                "role", operator.role().name(),
                                "state", operator.state().name(),
                                "points", operator.points().stream().sorted().toList())));
    }
}
