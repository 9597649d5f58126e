package io.tongban.gateway.counter.approval;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.counter.operator.CurrentVisit;
import io.tongban.gateway.counter.operator.Visit;
import io.tongban.gateway.trust.risk.SecondPersonNeeded;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.OperatorSignature.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Dual control of the request that is being answered: who signed it beside the bank's program. */
@ApplicationScoped
public class DualControl {
    private final Approvals approvals;
    private final CurrentVertxRequest current;
    private final CurrentVisit visits;
    private final Jdbi jdbi;

    @Inject
    public DualControl(Approvals approvals, CurrentVertxRequest current, CurrentVisit visits, Jdbi jdbi) {
        this.approvals = approvals;
        this.current = current;
        this.visits = visits;
        this.jdbi = jdbi;
    }

    /**
     * Uses the signature of a second person, if the request bears one, in the transaction of the effect.
     *
     * @param effectId of what happens now
     * @return staff number of who signed beside; empty where nobody did
     * @throws io.tongban.gateway.platform.problem.ProblemException with what is wrong with it
     */
    public Optional<String> second(Handle handle, Visit visit, String effectId) {
        return signed(Role.CHECKER)
                .map(request -> approvals.confirm(handle, visit, request.message(), request.body(), effectId))
                .map(Approval.Signed::staffNumber);
    }

    /**
     * Keeps what a maker signed, once the effect's transaction is rolled back.
     *
     * @throws io.tongban.gateway.platform.problem.ProblemException second-person-required where nobody signed as maker, and
     *     what is wrong with the signature
     */
    public Approval open(SecondPersonNeeded needed) {
        ReceivedRequest request = signed(Role.MAKER).orElseThrow(() -> needed);
        Visit visit = visits.get().orElseThrow();
        return jdbi.inTransaction(handle -> approvals.open(handle, visit, needed, request.message(), request.body()));
    }

    /** Empty on pages, whose forms nobody signs. */
    private Optional<ReceivedRequest> signed(Role role) {
        return ReceivedRequest.in(current.getCurrent())
                .filter(request -> OperatorSignature.isIn(request.message().fields(), role));
    }
}
