package io.tongban.sdk.fake;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import io.tongban.api.counter.CounterContext;
import io.tongban.api.operator.Operator;
import io.tongban.api.operator.OperatorChange;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.operator.OperatorState;
import io.tongban.api.problem.ProblemType;
import io.tongban.signature.PublicJwk;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bank's operators, and whether one of them may serve. The fake takes every point for the bank's own, and for open. */
final class OperatorOperations {
    private static final String PATH = "/v1/operators";
    private static final String FIELD = Headers.COUNTER_CONTEXT.toLowerCase(Locale.ROOT);

    private final Map<Name, Operator> operators = new HashMap<>();
    private final Clock clock;

    OperatorOperations(Clock clock) {
        this.clock = clock;
    }

    private record Key(@Nullable String id, @Nullable String thumbprint) {}

    private record Name(String clientId, String staffNumber) {}

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.COUNTERS_MANAGE, 201, this::register),
                Route.read(
                        PATH + "/{staffNumber}",
                        Scopes.COUNTERS_MANAGE,
                        request -> known(request.clientId(), request.path("staffNumber"))),
                Route.effect("PUT", PATH + "/{staffNumber}", Scopes.COUNTERS_MANAGE, 200, this::change));
    }

    private Operator register(Request request) {
        OperatorRegistration said = request.body(OperatorRegistration.class);
        Checks.matches(said.staffNumber(), Patterns.SEGMENT, "/staffNumber");
        Name name = new Name(request.clientId(), said.staffNumber());
        if (operators.containsKey(name)) {
            throw Refused.at(ProblemType.OPERATOR_EXISTS, "/staffNumber");
        }
        return keep(name, said.role(), OperatorState.ACTIVE, said.points(), key(said.publicKey()));
    }

    private Operator change(Request request) {
        OperatorChange said = request.body(OperatorChange.class);
        Operator before = known(request.clientId(), request.path("staffNumber"));
        Key key = said.publicKey() == null ? new Key(before.keyId(), before.keyThumbprint()) : key(said.publicKey());
        return keep(new Name(request.clientId(), before.staffNumber()), said.role(), said.state(), said.points(), key);
    }

    /** That no two have one, the fake does not look at. */
    private static Key key(@Nullable Map<String, Object> json) {
        if (json == null) {
            return new Key(null, null);
        }
        try {
            JWK key = PublicJwk.parse(json);
            return new Key(key.getKeyID(), PublicJwk.thumbprint(key));
        } catch (IllegalArgumentException unusable) {
            throw Refused.at(ProblemType.KEYS_INVALID, "/publicKey");
        }
    }

    private Operator keep(Name name, OperatorRole role, OperatorState state, List<String> points, Key key) {
        @Nullable Operator before = operators.get(name);
        Operator operator = new Operator(
                name.staffNumber(),
                role,
                state,
                points.stream().sorted().toList(),
                clock.instant(),
                key.id(),
                key.thumbprint(),
                before == null ? 1 : before.revision() + 1);
        operators.put(name, operator);
        return operator;
    }

    private Operator known(String clientId, String staffNumber) {
        @Nullable Operator operator = operators.get(new Name(clientId, staffNumber));
        if (operator == null) {
            throw Refused.with(ProblemType.OPERATOR_NOT_FOUND);
        }
        return operator;
    }

    /** Refuses what comes from a counter where nobody may serve; what comes from none passes. */
    void check(Request request, boolean effect) {
        @Nullable String field = request.fields().get(FIELD);
        if (field == null) {
            return;
        }
        CounterContext said = CounterContext.parse(List.of(field))
                .orElseThrow(() -> Refused.in(ProblemType.COUNTER_CONTEXT_INVALID, Headers.COUNTER_CONTEXT));
        @Nullable Operator operator = operators.get(new Name(request.clientId(), said.operator()));
        if (operator == null) {
            throw Refused.with(ProblemType.OPERATOR_UNKNOWN);
        }
        if (operator.state() == OperatorState.SUSPENDED) {
            throw Refused.with(ProblemType.OPERATOR_SUSPENDED);
        }
        if (!operator.points().contains(said.point())) {
            throw Refused.with(ProblemType.OPERATOR_NOT_AT_POINT);
        }
        if (effect && operator.role() == OperatorRole.AUDITOR) {
            throw Refused.with(ProblemType.OPERATOR_ROLE);
        }
    }
}
