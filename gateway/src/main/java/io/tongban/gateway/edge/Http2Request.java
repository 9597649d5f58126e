package io.tongban.gateway.edge;

import io.tongban.gateway.edge.connection.ConnectionGuard;
import io.tongban.gateway.edge.connection.RequestHead;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * An HTTP/2 request whose body may have been read to its end before RESTEasy takes it over and pauses it. Vert.x ignores
 * that over HTTP/1.1 and throws over HTTP/2 (quarkusio/quarkus#34393); here it is ignored over both.
 */
final class Http2Request extends HttpServerRequestWrapper {
    private static final String SEEN = Http2Request.class.getName();
    private static final int BAD_REQUEST = 400;
    private static final int URI_TOO_LONG = 414;
    /** RFC 9113, section 8.7: nothing was done. */
    static final long REFUSED_STREAM = 7;

    private Http2Request(HttpServerRequestInternal request) {
        super(request);
    }

    /** Lets an HTTP/2 request begin its way through the router anew in this form, once; all others go on. */
    static void replace(Router router, RoutingContext context) {
        HttpServerRequest request = context.request();
        Context exchange = context.vertx().getOrCreateContext();
        if (request.version() != HttpVersion.HTTP_2) {
            if (ConnectionGuard.serves(request.connection())) {
                context.next();
            }
            return;
        }
        if (exchange.getLocal(SEEN) != null) {
            context.next();
            return;
        }
        exchange.putLocal(SEEN, true);
        begin(router, request);
    }

    private static void begin(Router router, HttpServerRequest request) {
        if (!ConnectionGuard.servesStream(request.connection())) {
            // Whoever is refused so may send the request again, whatever it was.
            request.response().reset(REFUSED_STREAM);
        } else if (!RequestHead.isSound(request)) {
            // As over HTTP/1.1: there is no request to answer for.
            request.response().setStatusCode(BAD_REQUEST).end();
        } else if (ConnectionGuard.isLineTooLong(request)) {
            request.response().setStatusCode(URI_TOO_LONG).end();
        } else {
            router.handle(new Http2Request((HttpServerRequestInternal) request));
        }
    }

    @Override
    public HttpServerRequest pause() {
        return isEnded() ? this : super.pause();
    }

    @Override
    public HttpServerRequest resume() {
        return isEnded() ? this : super.resume();
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        return isEnded() ? this : super.fetch(amount);
    }
}
