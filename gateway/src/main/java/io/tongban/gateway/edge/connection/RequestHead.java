package io.tongban.gateway.edge.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a head must be for everyone on the way to read it alike: version, target, Host, the fields and the body's framing. */
public final class RequestHead {
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(:\\d{1,5})?");
    private static final Pattern TARGET = Pattern.compile("/[^#]*|https?://[^/?#]+[^#]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    /** RFC 9110, section 5.6.2, beside letters and digits. */
    private static final String MARKS_OF_A_TOKEN = "!#$%&'*+-.^_`|~";

    /** Of the request before on this connection; it is nearly always the same. */
    private @Nullable String lastHost;

    /**
     * Whether an HTTP/2 request's head is as RFC 9113, sections 8.2.1 and 8.3.1, wants it. Netty has looked at the order of
     * the pseudo-header fields, at capitals and at what belongs to a connection, and Vert.x at what is missing and at a
     * Host that is not the authority: that they reset by themselves.
     */
    public static boolean isSound(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return request.uri() != null
                && request.uri().startsWith("/")
                && isTarget(request.uri())
                && SCHEME.matcher(request.scheme()).matches()
                && authority != null
                && isAuthority(authority.toString())
                && areSound(request.headers());
    }

    private static boolean areSound(MultiMap fields) {
        for (Map.Entry<String, String> field : fields) {
            if (!isName(field.getKey()) || !isValue(field.getValue())) {
                return false;
            }
        }
        return fields.getAll(HttpHeaderNames.HOST).size() <= 1;
    }

    /** A pseudo-header field that nobody took is none, either. */
    private static boolean isName(String name) {
        return name.chars()
                .allMatch(octet -> (octet >= 'a' && octet <= 'z')
                        || (octet >= '0' && octet <= '9')
                        || MARKS_OF_A_TOKEN.indexOf(octet) >= 0);
    }

    /** HTTP/1.1 ends a line where these stand, and strips the blanks at both ends. */
    private static boolean isValue(String value) {
        return value.chars().noneMatch(octet -> octet == 0 || octet == '\r' || octet == '\n')
                && (value.isEmpty() || (!isBlank(value.charAt(0)) && !isBlank(value.charAt(value.length() - 1))));
    }

    private static boolean isBlank(char octet) {
        return octet == ' ' || octet == '\t';
    }

    /** @throws IllegalArgumentException if it could be read in two ways, or in none */
    void check(HttpRequest request) {
        boolean isOld = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (!isOld && !request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            throw new IllegalArgumentException("Neither HTTP/1.1 nor HTTP/1.0");
        }
        if (!isTarget(request.uri())) {
            throw new IllegalArgumentException("No target of an HTTP request");
        }
        checkHost(request.headers(), isOld);
        checkFraming(request.headers(), isOld);
    }

    /** Section 3.2: origin or absolute form, in ASCII and without the fragment that some readers cut off. */
    private static boolean isTarget(String target) {
        return target.chars().allMatch(octet -> octet > ' ' && octet < 0x7f)
                && TARGET.matcher(target).matches();
    }

    /** Section 3.2: exactly one Host, with an authority in it. */
    private void checkHost(HttpHeaders fields, boolean isOld) {
        List<String> hosts = fields.getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty() && isOld) {
            return;
        }
        if (hosts.size() != 1 || !(hosts.get(0).equals(lastHost) || isAuthority(hosts.get(0)))) {
            throw new IllegalArgumentException("Not one Host");
        }
        lastHost = hosts.get(0);
    }

    private static boolean isAuthority(String host) {
        return AUTHORITY.matcher(host).matches();
    }

    /** Section 6.1: a coding that is not known says nothing about where the body ends. */
    private static void checkFraming(HttpHeaders fields, boolean isOld) {
        List<String> codings = fields.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean isKnown = codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
        if (!codings.isEmpty() && (isOld || !isKnown)) {
            throw new IllegalArgumentException("A Transfer-Encoding other than chunked");
        }
        if (fields.getAll(HttpHeaderNames.CONTENT_LENGTH).size() > 1) {
            throw new IllegalArgumentException("Two lengths");
        }
    }
}
