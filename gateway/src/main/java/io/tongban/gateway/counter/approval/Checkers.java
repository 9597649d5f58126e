package io.tongban.gateway.counter.approval;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.BankOperator;
import io.tongban.gateway.counter.operator.OperatorService;
import io.tongban.gateway.counter.operator.Visit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.risk.StopTarget;
import io.tongban.gateway.trust.risk.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether somebody may be the second person. Nothing that a request says goes into it: the key said who it is. */
@ApplicationScoped
public class Checkers {
    private final OperatorService operators;
    private final Stops stops;

    @Inject
    public Checkers(OperatorService operators, Stops stops) {
        this.operators = operators;
        this.stops = stops;
    }

    /**
     * @param staffNumber whose signature it is, by the register
     * @throws ProblemException second-person-same, -suspended, -role or -not-at-point, or stopped
     */
    void require(Handle handle, Visit visit, Approval pending, String staffNumber) {
        require(!staffNumber.equals(pending.maker().staffNumber()), ProblemType.SECOND_PERSON_SAME);
        stops.check(handle, List.of(StopTarget.operator(visit.clientId(), staffNumber)));
        BankOperator checker = operators
                .find(handle, visit.clientId(), staffNumber)
                .orElseThrow(() -> new ProblemException(ProblemType.SECOND_PERSON_FOREIGN));
        require(checker.state() == BankOperator.State.ACTIVE, ProblemType.SECOND_PERSON_SUSPENDED);
        require(checker.role() == BankOperator.Role.SUPERVISOR, ProblemType.SECOND_PERSON_ROLE);
        require(checker.standsAt(visit.point()), ProblemType.SECOND_PERSON_NOT_AT_POINT);
    }

    private static void require(boolean right, ProblemType otherwise) {
        if (!right) {
            throw new ProblemException(otherwise);
        }
    }
}
