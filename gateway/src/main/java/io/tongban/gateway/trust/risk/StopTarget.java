package io.tongban.gateway.trust.risk;

import io.tongban.gateway.platform.principal.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What can be stopped.
 *
 * @param partner client id of whose point or operator it is; empty for partners and operations
 * @param subject client id, reference of the point, staff number or operation id
 */
public record StopTarget(Kind kind, String partner, String subject) {
    /** As the agency names it. */
    public enum Kind {
        PARTNER,
        POINT,
        OPERATOR,
        OPERATION
    }

    /** Client id of the partner that it is, or whose it is; empty for an operation. */
    String owner() {
        return kind == Kind.PARTNER ? subject : partner;
    }

    public static StopTarget partner(String clientId) {
        return new StopTarget(Kind.PARTNER, "", clientId);
    }

    public static StopTarget operation(String operationId) {
        return new StopTarget(Kind.OPERATION, "", operationId);
    }

    /** What stops somebody who does these operations on a page. */
    public static List<StopTarget> onPage(Principal.Operator by, Collection<String> operationIds) {
        List<StopTarget> targets = new ArrayList<>();
        targets.add(partner(by.tenant()));
        targets.add(operator(by.tenant(), by.staffNumber()));
        operationIds.forEach(each -> targets.add(operation(each)));
        return targets;
    }

    public static StopTarget point(String clientId, String reference) {
        return new StopTarget(Kind.POINT, clientId, reference);
    }

    public static StopTarget operator(String clientId, String staffNumber) {
        return new StopTarget(Kind.OPERATOR, clientId, staffNumber);
    }
}
