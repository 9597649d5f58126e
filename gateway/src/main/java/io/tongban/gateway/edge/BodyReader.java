package io.tongban.gateway.edge;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Collects a body up to a bound. What comes beyond is dropped, for a while, so that the sender can read the refusal. */
final class BodyReader {
    /** 1 MiB. */
    static final int MOST = 1024 * 1024;
    /** After so much the connection is cut: whoever still sends does not listen. */
    private static final int PATIENCE = 16 * MOST;

    private final HttpServerRequest request;
    private final Buffer body = Buffer.buffer();
    private final Promise<byte[]> result = Promise.promise();
    private long received;

    private BodyReader(HttpServerRequest request) {
        this.request = request;
    }

    /** Fails with body-too-large as soon as that is known, and with body-not-json if it breaks off. */
    static Future<byte[]> read(HttpServerRequest request) {
        BodyReader reader = new BodyReader(request);
        if (request.isEnded()) {
            return Future.succeededFuture(new byte[0]);
        }
        request.handler(reader::chunk);
        request.exceptionHandler(reader::broken);
        request.endHandler(end -> reader.result.tryComplete(reader.body.getBytes()));
        reader.begin();
        return reader.result.future();
    }

    private void begin() {
        if (declaredLength() > MOST) {
            refuse();
        } else if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void chunk(Buffer chunk) {
        received += chunk.length();
        if (received <= MOST) {
            body.appendBuffer(chunk);
        } else {
            refuse();
            if (received > PATIENCE) {
                request.connection().close();
            }
        }
    }

    private void broken(Throwable connection) {
        result.tryFail(new ProblemException(ProblemType.BODY_NOT_JSON, "The body broke off"));
    }

    private void refuse() {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        result.tryFail(new ProblemException(ProblemType.BODY_TOO_LARGE));
    }

    private long declaredLength() {
        try {
            String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }
}
