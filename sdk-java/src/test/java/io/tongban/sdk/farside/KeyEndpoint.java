package io.tongban.sdk.farside;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The gateway's keys: one signs, some are published. */
public final class KeyEndpoint implements HttpHandler {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile ECKey signing = Keys.p256("gw-1");
    private volatile List<JWK> published = List.of(signing);
    private volatile String cacheControl = "public, max-age=600";
    private volatile boolean down;
    private volatile String foreign = "";

    /** Signs with a new key from now on; the old one stays published. */
    public void rotate(String kid) {
        ECKey next = Keys.p256(kid);
        List<JWK> more = new ArrayList<>(published);
        more.add(next);
        published = more;
        signing = next;
    }

    public ECKey signing() {
        return signing;
    }

    public String jwks() {
        String known = new JWKSet(published).toString();
        return foreign.isEmpty() ? known : known.replace("\"keys\":[", "\"keys\":[" + foreign + ",");
    }

    /** Publishes something else before its keys, as it stands. */
    public void publishAlso(String jwk) {
        foreign = jwk;
    }

    public void cacheControl(String value) {
        cacheControl = value;
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getResponseHeaders().set("Cache-Control", cacheControl);
        TokenEndpoint.answer(exchange, down ? 503 : 200, down ? "{}" : jwks());
    }
}
