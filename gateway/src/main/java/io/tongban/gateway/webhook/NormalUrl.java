package io.tongban.gateway.webhook;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A URL in the normal form of RFC 3986, sections 6.2.2 and 6.2.3: scheme and host in lower case, no default port, a path
 * without dot segments that is never empty, percent-encoding only where it is needed and in capitals. A call bears no
 * other form: clients write "/" for an empty path, and many frameworks on the far side drop a lone "?". What is signed
 * has to be what the call bears.
 */
final class NormalUrl {
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("https", 443, "http", 80);
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    /** RFC 3986, section 2.3. */
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    private NormalUrl() {}

    /** The URL itself if it has no authority with a host; {@link TargetRules} refuses it. */
    static URI of(URI url) {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (scheme == null || host == null) {
            return url;
        }
        String lower = scheme.toLowerCase(ROOT);
        StringBuilder text = new StringBuilder(lower).append("://");
        if (url.getRawUserInfo() != null) {
            text.append(url.getRawUserInfo()).append('@');
        }
        text.append(host.toLowerCase(ROOT));
        if (url.getPort() >= 0 && !Integer.valueOf(url.getPort()).equals(DEFAULT_PORTS.get(lower))) {
            text.append(':').append(url.getPort());
        }
        text.append(withoutDotSegments(encodedWhereNeeded(url.getRawPath())));
        if (url.getRawQuery() != null && !url.getRawQuery().isEmpty()) {
            text.append('?').append(encodedWhereNeeded(url.getRawQuery()));
        }
        if (url.getRawFragment() != null) {
            text.append('#').append(url.getRawFragment());
        }
        return URI.create(text.toString());
    }

    private static String encodedWhereNeeded(String text) {
        Function<MatchResult, String> normal = encoded -> {
            String character = String.valueOf((char) Integer.parseInt(encoded.group(1), 16));
            return UNRESERVED.matcher(character).matches()
                    ? character
                    : encoded.group().toUpperCase(ROOT);
        };
        return ENCODED.matcher(text).replaceAll(normal);
    }

    /** RFC 3986, section 5.2.4. */
    private static String withoutDotSegments(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
