package io.tongban.gateway.edge;

import io.tongban.gateway.edge.connection.ConnectionGuard;
import io.tongban.gateway.trust.access.TokenBucket;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/**
 * Drops what the sender of a refused request still sends, so that it can read the refusal; then hangs up. All of them
 * together are read no faster than the budget allows: a thousand who go on sending would take the processors from those
 * who are answered.
 */
final class Discard {
    /** After so many octets nobody listens on the other side. */
    private static final long MOST = 16L * BodyReader.MOST;

    /** After so many small pieces it is no longer looked for the body's end. */
    private static final int MOST_SMALL = 8;

    private static final int SMALL = 1024;

    private static final long MOST_MILLIS = 5_000;
    /** NO_ERROR, as RFC 9113, section 8.1, wants it after a whole answer. */
    private static final long HTTP2_NO_ERROR = 0;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final boolean last;
    private final TokenBucket budget;
    private final long timer;
    private long received;
    private int small;
    private boolean over;

    private Discard(Vertx vertx, HttpServerRequest request, boolean last, TokenBucket budget) {
        this.vertx = vertx;
        this.request = request;
        this.last = last;
        this.budget = budget;
        this.timer = vertx.setTimer(MOST_MILLIS, late -> hangUp());
    }

    /**
     * To be called when the answer has been written.
     *
     * @param last whether the answer said that it was the connection's last
     * @param budget a token for each piece, of all senders
     */
    static void rest(Vertx vertx, HttpServerRequest request, boolean last, TokenBucket budget) {
        ConnectionGuard.release(request.connection());
        if (request.isEnded()) {
            if (last) {
                close(request);
            }
            return;
        }
        Discard discard = new Discard(vertx, request, last, budget);
        request.handler(discard::piece);
        request.endHandler(end -> discard.ended());
        request.exceptionHandler(broken -> discard.finish());
        request.resume();
    }

    private void piece(Buffer octets) {
        received += octets.length();
        if (octets.length() < SMALL) {
            small++;
        }
        if (received > MOST) {
            hangUp();
        } else if (small > MOST_SMALL && last && request.version() != HttpVersion.HTTP_2) {
            // The timer hangs up.
            ConnectionGuard.drop(request.connection());
        } else {
            pace();
        }
    }

    /** Where there is no turn before the deadline, nothing more is read until then. */
    private void pace() {
        long wait = budget.reserve(TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS));
        if (wait != 0) {
            request.pause();
        }
        if (wait > 0) {
            vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait)), turn -> resume());
        }
    }

    private void resume() {
        if (!over) {
            request.resume();
        }
    }

    private void ended() {
        if (finish() && last) {
            close(request);
        }
    }

    private void hangUp() {
        if (finish()) {
            if (request.version() == HttpVersion.HTTP_2) {
                close(request);
            } else {
                ConnectionGuard.hangUp(request.connection());
            }
        }
    }

    private boolean finish() {
        boolean first = !over;
        over = true;
        vertx.cancelTimer(timer);
        return first;
    }

    /** Of HTTP/2 only the stream: others on the connection go on. */
    private static void close(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(HTTP2_NO_ERROR);
        } else {
            request.connection().close();
        }
    }
}
