package io.tongban.signature;

import static java.util.Objects.requireNonNull;

/**
 * The parts of a request that a signature can cover.
 *
 * @param method the method as sent; methods are case-sensitive
 * @param targetUri the absolute target URI (RFC 9110, section 7.1), octet for octet as both sides know it; a server
 *     builds it from its configured public base URL and the raw request target, never from the Host field
 * @param fields the header fields
 */
public record RequestMessage(String method, String targetUri, MessageFields fields) implements HttpMessage {

    public RequestMessage {
        requireNonNull(method, "method");
        requireNonNull(targetUri, "targetUri");
        requireNonNull(fields, "fields");
    }

    /** Leaves out the query, which may name a person, and the values of the fields. */
    @Override
    public String toString() {
        int query = targetUri.indexOf('?');
        String shown = query < 0 ? targetUri : targetUri.substring(0, query) + "?…";
        return "RequestMessage[" + method + " " + shown + ", " + fields + "]";
    }
}
