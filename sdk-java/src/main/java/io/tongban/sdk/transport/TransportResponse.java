package io.tongban.sdk.transport;

import io.tongban.api.internal.Given;
import java.util.List;
import java.util.Map;

/** An answer as it arrived; nobody has checked yet who gave it. The octets handed out are not to be changed. */
public final class TransportResponse {
    private final int status;
    private final Map<String, List<String>> fields;
    private final byte[] body;

    /**
     * @param fields by name, in whatever case, each with its lines in the order received
     * @param body the raw octets, not decompressed
     */
    public TransportResponse(int status, Map<String, List<String>> fields, byte[] body) {
        this.status = status;
        this.fields = Map.copyOf(Given.value(fields, "fields"));
        this.body = Given.value(body, "body");
    }

    public int status() {
        return status;
    }

    public Map<String, List<String>> fields() {
        return fields;
    }

    public byte[] body() {
        return body;
    }

    /** Without fields and body. */
    @Override
    public String toString() {
        return "TransportResponse[" + status + ", " + body.length + " bytes]";
    }
}
