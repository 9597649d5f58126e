package io.tongban.gateway.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer ready to be sent: nothing of it may change any more.
 *
 * @param mediaType the Content-Type field; null without a body
 * @param body empty for no body
 * @param fields all other fields that the edge sets
 */
@SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
record SignedResponse(int status, @Nullable String mediaType, byte[] body, Map<String, String> fields) {
    SignedResponse {
        fields = Map.copyOf(fields);
    }

    /** The fields with Content-Type. */
    Map<String, String> allFields() {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (mediaType != null) {
            all.put("Content-Type", mediaType);
        }
        return all;
    }
}
