package io.tongban.sdk.farside;

import io.tongban.signature.RequestMessage;
import java.util.Optional;

/** A request as the gateway received it, its signature checked. */
public record Received(String method, String target, RequestMessage message, String body) {
    public Optional<String> field(String name) {
        return message.fields().single(name);
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
