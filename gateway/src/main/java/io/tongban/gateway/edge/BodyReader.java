package io.tongban.gateway.edge;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Collects a body within its bounds: 1 MiB, a number of pieces, the budget of all bodies, and a deadline. */
final class BodyReader {
    /** 1 MiB. */
    static final int MOST = 1024 * 1024;
    /** A piece costs more than its octets: it counts as so many at least in the budget, and is a crumb if it has fewer. */
    private static final int SMALLEST_PIECE = 256;

    /** Nobody writes a body octet by octet: the framing of 64 such pieces costs more than a MiB in whole ones. */
    private static final int MOST_CRUMBS = 64;

    private static final long NO_TIMER = -1;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final BodyBudget.Hold hold;
    private final int most;
    private final Buffer body = Buffer.buffer();
    private final Promise<byte[]> result = Promise.promise();
    private int crumbs;
    private long timer = NO_TIMER;

    private BodyReader(RoutingContext context, BodyBudget.Hold hold, int most) {
        this.context = context;
        this.request = context.request();
        this.hold = hold;
        this.most = most;
    }

    /**
     * Reads a request that is paused or ended.
     *
     * @param most 1 MiB, or nothing where no body belongs
     * @return the octets; or body-too-large as soon as that is known, body-too-slow, unavailable, or body-not-json if it
     *     breaks off
     */
    static Future<byte[]> read(RoutingContext context, BodyBudget.Hold hold, int most, Duration deadline) {
        BodyReader reader = new BodyReader(context, hold, most);
        if (reader.request.isEnded()) {
            return Future.succeededFuture(new byte[0]);
        }
        reader.begin(deadline);
        return reader.result.future();
    }

    private void begin(Duration deadline) {
        if (RequestBody.declaredLength(request) > most) {
            end(tooLarge());
            return;
        }
        context.addEndHandler(answered -> hold.release());
        request.handler(this::piece);
        request.exceptionHandler(broken -> end(new ProblemException(ProblemType.BODY_NOT_JSON, "The body broke off")));
        request.endHandler(whole -> complete());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
        if (!result.future().isComplete()) {
            timer = context.vertx()
                    .setTimer(deadline.toMillis(), late -> end(new ProblemException(ProblemType.BODY_TOO_SLOW)));
        }
    }

    private void piece(Buffer octets) {
        if (result.future().isComplete()) {
            return;
        }
        // The first piece is most bodies' only one.
        boolean isCrumb = octets.length() < SMALLEST_PIECE && body.length() > 0;
        if (body.length() + octets.length() > most) {
            end(tooLarge());
        } else if (isCrumb && ++crumbs > MOST_CRUMBS) {
            end(new ProblemException(ProblemType.BODY_TOO_LARGE, "The body comes in too many pieces"));
        } else if ((isCrumb && !hold.crumb()) || !hold.take(Math.max(SMALLEST_PIECE, octets.length()))) {
            end(new ProblemException(ProblemType.UNAVAILABLE, "Too many bodies are under way")
                    .retryAfter(Duration.ofSeconds(1)));
        } else {
            body.appendBuffer(octets);
        }
    }

    private void complete() {
        stopTimer();
        result.tryComplete(body.getBytes());
    }

    private void end(ProblemException refused) {
        stopTimer();
        request.pause();
        result.tryFail(refused);
    }

    private ProblemException tooLarge() {
        return most == 0
                ? new ProblemException(ProblemType.HEADER_INVALID, "No body belongs to this request")
                : new ProblemException(ProblemType.BODY_TOO_LARGE);
    }

    private void stopTimer() {
        if (timer != NO_TIMER) {
            context.vertx().cancelTimer(timer);
        }
    }
}
