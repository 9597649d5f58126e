package io.tongban.gateway.edge.accesslog;

/**
 * One request and its answer, in words that name no person: a route's template stands for the path, and nothing of
 * query, fields or body is here.
 *
 * @param method of the contract, or {@code OTHER}
 * @param route a template of the contract, or {@code none}
 * @param status 0 if the connection went before there was an answer
 * @param code of the problem that was answered, or {@code none}
 * @param partner the client of a token that was right, or {@code none}
 * @param admitted whether its signature was right, too
 * @param address of the caller, or of a proxy that is not trusted to name it
 */
record Exchange(
        String method,
        String route,
        int status,
        String code,
        String partner,
        boolean admitted,
        String address,
        String trace,
        long millis,
        String protocol,
        long bytesIn,
        long bytesOut) {
    /** As {@code key=value}, in a fixed order; no value has a space. */
    String line() {
        return "method=" + method + " route=" + route + " status=" + status + " code=" + code + " partner=" + partner
                + " trace=" + trace + " ms=" + millis + " protocol=" + protocol + " in=" + bytesIn + " out=" + bytesOut;
    }
}
