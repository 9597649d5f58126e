package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.operator.Operator;
import io.tongban.api.operator.OperatorChange;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;

/** A bank's own people at its counters. */
public final class Operators {
    private static final String PATH = "/v1/operators";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Operators(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Named by the staff number. */
    public Operator register(OperatorRegistration registration) {
        return caller.call(registering(registration, RequestOptions.none()));
    }

    public CompletableFuture<Operator> registerAsync(OperatorRegistration registration, RequestOptions options) {
        return caller.start(registering(registration, options));
    }

    public Operator get(String staffNumber) {
        return caller.call(reading(staffNumber));
    }

    public CompletableFuture<Operator> getAsync(String staffNumber) {
        return caller.start(reading(staffNumber));
    }

    /** In force with the next request. */
    public Operator change(String staffNumber, OperatorChange change) {
        return caller.call(changing(staffNumber, change, RequestOptions.none()));
    }

    public CompletableFuture<Operator> changeAsync(String staffNumber, OperatorChange change, RequestOptions options) {
        return caller.start(changing(staffNumber, change, options));
    }

    private Call<Operator> registering(OperatorRegistration registration, RequestOptions options) {
        String number = Given.value(registration, "registration").staffNumber();
        return idempotentCalls.named("registerOperator", PATH, registration, Operator.class, number, options);
    }

    private static Call<Operator> reading(String staffNumber) {
        return Call.read("readOperator", PATH + "/" + Target.segment(staffNumber), Operator.class);
    }

    private Call<Operator> changing(String staffNumber, OperatorChange change, RequestOptions options) {
        String path = PATH + "/" + Target.segment(staffNumber);
        var unused = Given.value(change, "change");
        return idempotentCalls.repeatable("changeOperator", "PUT", path, change, Operator.class, staffNumber, options);
    }
}
