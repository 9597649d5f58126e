package io.tongban.gateway.counter.operator;

import io.tongban.api.operator.Operator;
import io.tongban.api.operator.OperatorChange;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.operator.OperatorState;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Between the contract's records of operators and ours. */
final class OperatorMapper {
    private OperatorMapper() {}

    static BankOperator fromWire(String clientId, OperatorRegistration wire, Instant now) {
        return new BankOperator(
                clientId,
                wire.staffNumber(),
                BankOperator.Role.valueOf(wire.role().name()),
                BankOperator.State.ACTIVE,
                new LinkedHashSet<>(wire.points()),
                now,
                1);
    }

    static BankOperator fromWire(String clientId, String staffNumber, OperatorChange wire, Instant now) {
        return new BankOperator(
                clientId,
                staffNumber,
                BankOperator.Role.valueOf(wire.role().name()),
                BankOperator.State.valueOf(wire.state().name()),
                new LinkedHashSet<>(wire.points()),
                now,
                1);
    }

    static Operator toWire(BankOperator operator, @Nullable OperatorKey key) {
        return new Operator(
                operator.staffNumber(),
                OperatorRole.valueOf(operator.role().name()),
                OperatorState.valueOf(operator.state().name()),
                operator.points().stream().sorted().toList(),
                operator.changedAt(),
                key == null ? null : key.kid(),
                key == null ? null : key.thumbprint(),
                operator.revision());
    }
}
