package io.tongban.sdk.transport;

import io.tongban.api.internal.Given;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A request ready to leave. Immutable; the octets handed out are not to be changed. */
public final class TransportRequest {
    private final String method;
    private final URI uri;
    private final Map<String, String> fields;
    private final byte[] body;
    private final Duration timeout;
    private final int maxAnswerBytes;

    public TransportRequest(
            String method, URI uri, Map<String, String> fields, byte[] body, Duration timeout, int maxAnswerBytes) {
        this.method = Given.value(method, "method");
        this.uri = Given.value(uri, "uri");
        this.fields = Map.copyOf(Given.value(fields, "fields"));
        this.body = Given.value(body, "body").clone();
        this.timeout = Given.value(timeout, "timeout");
        this.maxAnswerBytes = maxAnswerBytes;
    }

    public String method() {
        return method;
    }

    /** Absolute; its raw form is signed, so it must be sent as it is. */
    public URI uri() {
        return uri;
    }

    /** Header fields, one line each. */
    public Map<String, String> fields() {
        return fields;
    }

    /** Empty for no body. */
    public byte[] body() {
        return body;
    }

    /** From the first step of connecting to the last octet of the answer. */
    public Duration timeout() {
        return timeout;
    }

    /** An answer with a longer body is {@link TransportException.Failure#TOO_LARGE}. */
    public int maxAnswerBytes() {
        return maxAnswerBytes;
    }

    /** Without query, fields and body. */
    @Override
    public String toString() {
        return "TransportRequest[" + method + " " + uri.getHost() + uri.getPath() + ", " + body.length + " bytes]";
    }
}
