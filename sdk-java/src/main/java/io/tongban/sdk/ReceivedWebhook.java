package io.tongban.sdk;

import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A webhook as it arrived, and as it may have been sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReceivedWebhook(String method, String url, Map<String, List<String>> headers, byte[] body) {
    private static final String CONTENT_TYPE = "Content-Type";

    RequestMessage message() {
        return new RequestMessage(method, url, MessageFields.of(headers));
    }

    /** Empty if there is none, or more than one. */
    Optional<String> contentType() {
        List<String> values = headers.entrySet().stream()
                .filter(header -> CONTENT_TYPE.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    ReceivedWebhook withContentType(String value) {
        Map<String, List<String>> changed = new HashMap<>();
        headers.forEach((name, values) -> {
            if (!CONTENT_TYPE.equalsIgnoreCase(name)) {
                changed.put(name, values);
            }
        });
        changed.put(CONTENT_TYPE, List.of(value));
        return new ReceivedWebhook(method, url, changed, body);
    }

    ReceivedWebhook withMethod(String other) {
        return new ReceivedWebhook(other, url, headers, body);
    }

    ReceivedWebhook withUrl(String other) {
        return new ReceivedWebhook(method, other, headers, body);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "ReceivedWebhook[" + body.length + " bytes]";
    }
}
