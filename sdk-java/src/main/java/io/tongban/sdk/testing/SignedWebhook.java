package io.tongban.sdk.testing;

import java.util.List;
import java.util.Map;

/** A webhook call as the gateway would make it. */
public final class SignedWebhook {
    private final String method;
    private final String url;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    SignedWebhook(String method, String url, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.url = url;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    public String method() {
        return method;
    }

    public String url() {
        return url;
    }

    /** Content-Type, Content-Digest, Signature-Input and Signature. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "SignedWebhook[" + body.length + " bytes]";
    }
}
