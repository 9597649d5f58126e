package io.tongban.gateway.counter.operator;

import io.tongban.gateway.counter.point.Point;
import io.tongban.gateway.platform.principal.Principal;

/**
 * A worker at a counter, as the bank says and as the register allows.
 *
 * @param by who serves
 * @param point where
 * @param session the bank's own name for the visit
 * @param identified how the worker was identified
 */
public record Visit(Principal.Operator by, Point point, String session, Point.Service purpose, String identified) {
    /** Client id of the bank. */
    public String clientId() {
        return by.tenant();
    }

    /** Staff number of who serves. */
    public String operator() {
        return by.staffNumber();
    }
}
