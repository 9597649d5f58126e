package io.tongban.gateway.counter.operator;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A bank's hand on its own operators. */
@ApplicationScoped
public class OperatorService {
    private final OperatorKeys keys;
    private final Audit audit;

    @Inject
    public OperatorService(OperatorKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** @throws ProblemException operator-exists, keys-invalid or operator-key-used */
    void register(Handle handle, Principal by, BankOperator operator, @Nullable Map<String, Object> key) {
        if (!OperatorStore.insert(handle, operator)) {
            throw new ProblemException(ProblemType.OPERATOR_EXISTS, null, "/staffNumber");
        }
        keys.put(handle, operator, key);
        tell(handle, by, "operator.registered", operator);
    }

    /**
     * @param key takes the place of the one that holds; null lets that stay
     * @return as it is by now
     * @throws ProblemException operator-not-found, keys-invalid or operator-key-used
     */
    BankOperator change(Handle handle, Principal by, BankOperator operator, @Nullable Map<String, Object> key) {
        BankOperator changed = OperatorStore.update(handle, operator)
                .orElseThrow(() -> new ProblemException(ProblemType.OPERATOR_NOT_FOUND));
        keys.put(handle, changed, key);
        tell(handle, by, "operator.changed", changed);
        return changed;
    }

    /** Whoever they are and whatever they may do now. */
    public Optional<BankOperator> find(Handle handle, String clientId, String staffNumber) {
        return OperatorStore.find(handle, clientId, staffNumber);
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
        String key = keys.inForce(handle, operator.clientId(), operator.staffNumber())
                .map(OperatorKey::thumbprint)
                .orElse("");
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        action,
                        operator.staffNumber(),
                        Map.of(
                                "role", operator.role().name(),
                                "state", operator.state().name(),
                                "key", key,
                                "points", operator.points().stream().sorted().toList())));
    }
}
