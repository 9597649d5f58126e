package io.tongban.gateway.edge.accesslog;

/**
 * One request and its answer, in words that name no person: a route's template stands for the path, and nothing of
 * query, fields or body is here.
 *
 * @param method of the contract, or {@code OTHER}
 * @param route a template of the contract, or {@code none}
 * @param status 0 if the connection went before there was an answer
 * @param code of the problem that was answered, or {@code none}
 * @param partner whose token was right, or who has somebody logged in; or {@code none}
 * @param actor what acts for it, {@code program}, {@code officer} or {@code operator}; {@code none} of who was not let in. Which
 *     operator, is the audit log's to tell
 * @param address of the caller, or of a proxy that is not trusted to name it
 */
record Exchange(
        String method,
        String route,
        int status,
        String code,
        String partner,
        String actor,
        String address,
        String trace,
        long millis,
        String protocol,
        long bytesIn,
        long bytesOut) {
    static final String NOBODY = "none";
    private static final int HUNDRED = 100;
    private static final int CALLERS_FAULT = 4;

    /** Whether it was answered, and not refused for a fault of its sender. */
    boolean isServed() {
        return status > 0 && status / HUNDRED != CALLERS_FAULT;
    }

    /** Whether somebody was let in: the signature was right, too, or a login. */
    boolean admitted() {
        return !actor.equals(NOBODY);
    }

    /** As {@code key=value}, in a fixed order; no value has a space. */
    String line() {
        return "method=" + method + " route=" + route + " status=" + status + " code=" + code + " partner=" + partner
                + " actor=" + actor
                + " trace=" + trace + " ms=" + millis + " protocol=" + protocol + " in=" + bytesIn + " out=" + bytesOut;
    }
}
