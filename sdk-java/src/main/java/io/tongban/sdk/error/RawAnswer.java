package io.tongban.sdk.error;

import io.tongban.api.internal.Given;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * An answer as it arrived, for support. Nobody vouches for it unless its signature was verified, and its body may hold
 * personal data, masked: show it to the engineer who asks, keep it out of logs.
 */
public final class RawAnswer implements Serializable {
    private static final long serialVersionUID = 1;

    private final int status;

    @SuppressWarnings("serial") // copies of the JDK's, which are
    private final Map<String, List<String>> headers;

    private final byte[] body;

    public RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(Given.value(headers, "headers"));
        this.body = Given.value(body, "body").clone();
    }

    public int status() {
        return status;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    /** Without headers and body. */
    @Override
    public String toString() {
        return "RawAnswer[" + status + ", " + body.length + " bytes]";
    }
}
