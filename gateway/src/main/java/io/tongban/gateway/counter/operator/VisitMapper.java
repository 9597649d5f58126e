package io.tongban.gateway.counter.operator;

import io.tongban.api.Headers;
import io.tongban.api.counter.CounterContext;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.List;
import java.util.stream.Stream;

/** From the field of the contract to what is asked of the register. */
final class VisitMapper {
    static final String FIELD = Headers.COUNTER_CONTEXT;

    private VisitMapper() {}

    /** @throws ProblemException counter-context-invalid, or personal-number-misplaced: all of it is kept for good */
    static CounterCheck.Said fromWire(String clientId, List<String> lines, PersonalNumbers numbers) {
        CounterContext context = CounterContext.parse(lines)
                .orElseThrow(() -> new ProblemException(ProblemType.COUNTER_CONTEXT_INVALID).inParameter(FIELD));
        Stream.of(context.point(), context.operator(), context.session())
                .flatMap(text -> numbers.in(text).stream())
                .findFirst()
                .ifPresent(kind -> {
                    throw new ProblemException(ProblemType.PERSONAL_NUMBER_MISPLACED, "What looks like " + kind)
                            .inParameter(FIELD);
                });
        return new CounterCheck.Said(
                new Principal.Operator(clientId, context.operator()),
                context.point(),
                context.session(),
                Point.Service.valueOf(context.purpose().name()),
                context.identified().name());
    }
}
