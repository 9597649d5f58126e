package io.tongban.signature;

import static java.util.Objects.requireNonNull;

/**
 * The parts of a response that a signature can cover, and the request whose parts it can cover with {@code ;req}.
 *
 * @param status the status code, 100 to 599
 * @param fields the header fields of the response
 * @param request the request that this response answers
 */
public record ResponseMessage(int status, MessageFields fields, RequestMessage request) implements HttpMessage {

    public ResponseMessage {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("No HTTP status: " + status);
        }
        requireNonNull(fields, "fields");
        requireNonNull(request, "request");
    }
}
