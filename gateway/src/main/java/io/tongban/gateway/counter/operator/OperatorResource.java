package io.tongban.gateway.counter.operator;

import io.tongban.api.operator.Operator;
import io.tongban.api.operator.OperatorApi;
import io.tongban.api.operator.OperatorChange;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Operators over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class OperatorResource implements OperatorApi {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final OperatorService operators;
    private final OperatorKeys keys;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public OperatorResource(
            OperatorService operators,
            OperatorKeys keys,
            Idempotency idempotency,
            Caller caller,
            Jdbi jdbi,
            Clock clock) {
        this.operators = operators;
        this.keys = keys;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Operator registerOperator(@Nullable String idempotencyKey, OperatorRegistration registration) {
        BankOperator operator = OperatorMapper.fromWire(caller.tenant(), registration, clock.instant());
        return idempotency.once(idempotencyKey, CREATED, handle -> {
            operators.register(handle, caller.principal(), operator, registration.publicKey());
            return toWire(handle, operator);
        });
    }

    @Override
    public Operator readOperator(String staffNumber) {
        return jdbi.withHandle(handle -> toWire(handle, operators.read(handle, caller.tenant(), staffNumber)));
    }

    private Operator toWire(Handle handle, BankOperator operator) {
        return OperatorMapper.toWire(
                operator,
                keys.inForce(handle, operator.clientId(), operator.staffNumber())
                        .orElse(null));
    }

    @Override
    public Operator changeOperator(@Nullable String idempotencyKey, String staffNumber, OperatorChange change) {
        BankOperator operator = OperatorMapper.fromWire(caller.tenant(), staffNumber, change, clock.instant());
        return idempotency.once(
                idempotencyKey,
                OK,
                handle -> toWire(handle, operators.change(handle, caller.principal(), operator, change.publicKey())));
    }
}
