package io.tongban.gateway.edge;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a head says of the body that is to follow. */
final class RequestBody {
    private static final String JSON = "application/json";
    /** A charset that is not UTF-8, quoted or not. */
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset\\s*=(?!\\s*\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

    private RequestBody() {}

    /** Zero if it says nothing; an HTTP/1.1 server has refused what is no number. */
    static long declaredLength(HttpServerRequest request) {
        try {
            String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }

    /** Whether a body may follow that is longer than what is read. */
    static boolean mayBeLong(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || declaredLength(request) > BodyReader.MOST;
    }

    /**
     * Refuses what names another form than the one that is read, or leaves it open.
     *
     * @throws ProblemException media-type-unsupported
     */
    static void checkForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null) {
            throw new ProblemException(ProblemType.MEDIA_TYPE_UNSUPPORTED, "Send no Content-Encoding");
        }
        if (type != null && !isJson(type)) {
            throw new ProblemException(ProblemType.MEDIA_TYPE_UNSUPPORTED);
        }
        if (type != null && OTHER_CHARSET.matcher(type).find()) {
            throw new ProblemException(ProblemType.MEDIA_TYPE_UNSUPPORTED, "JSON is UTF-8 (RFC 8259, section 8.1)");
        }
    }

    /** With parameters, which JSON has none of: RFC 8259, section 11. */
    private static boolean isJson(String type) {
        int parameters = type.indexOf(';');
        String essence = parameters < 0 ? type : type.substring(0, parameters);
        return essence.strip().toLowerCase(Locale.ROOT).equals(JSON);
    }
}
