package io.tongban.sdk.fake;

import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.internal.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A call as its handler sees it: signed by this partner, at a place that exists.
 *
 * @param keyid of the partner's key that signed; empty where nobody has to
 * @param path what stands in the places of the path's template, by name
 * @param query by name
 * @param fields by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(
        String clientId,
        String keyid,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> fields,
        byte[] body) {
    <T> T body(Class<T> type) {
        return Json.read(body, type).orElseThrow(() -> Refused.with(ProblemType.BODY_NOT_JSON));
    }

    String path(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow();
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Request[" + clientId + "]";
    }
}
