package io.tongban.gateway.edge;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** The target URI that a partner signed: the configured public base URL and the raw request target, never the Host. */
final class TargetUri {
    /** RFC 3986, sections 6.2.2.2 and 6.2.2.3, and what routers take for the same beyond that. */
    private static final Pattern ALIAS = Pattern.compile(
            "//|/\\.{1,2}(/|$)|./$|%(4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9ae]|3[0-9]|2[de]|5f)", Pattern.CASE_INSENSITIVE);

    private final String base;

    /** @param publicBaseUrl such as {@code https://api.tongban.example}, without path */
    TargetUri(String publicBaseUrl) {
        this.base =
                publicBaseUrl.endsWith("/") ? publicBaseUrl.substring(0, publicBaseUrl.length() - 1) : publicBaseUrl;
    }

    String of(String target) {
        return base + target;
    }

    /** Path and query of a request target as received; of an absolute one (RFC 9112, section 3.2.2) what follows the authority. */
    static String target(String received) {
        int scheme = received.indexOf("://");
        if (received.startsWith("/") || scheme < 0) {
            return received;
        }
        int path = received.indexOf('/', scheme + 3);
        return path < 0 ? "/" : received.substring(path);
    }

    /**
     * Refuses what cannot be text: broken percent-encoding, and encoded control characters, which no id, reference or
     * cursor has and no database column takes; and each path that only leads to one of the contract when it is made
     * even: whoever stands between reads it as another one, a rule by path for instance.
     *
     * @throws ProblemException header-invalid or not-found
     */
    static void check(String target) {
        checkText(target);
        String path = target.split("\\?", 2)[0];
        if (ALIAS.matcher(path).find()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "Send the path as the contract writes it: no empty segment, no dot segment, no slash at its end,"
                            + " no percent-encoding of letters, digits, - . _ ~");
        }
    }

    private static void checkText(String target) {
        for (int at = target.indexOf('%'); at >= 0; at = target.indexOf('%', at + 1)) {
            int high = at + 1 < target.length() ? Character.digit(target.charAt(at + 1), 16) : -1;
            int low = at + 2 < target.length() ? Character.digit(target.charAt(at + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new ProblemException(
                        ProblemType.HEADER_INVALID, "The percent-encoding of path or query is broken");
            }
            if (isControl(high * 16 + low)) {
                throw new ProblemException(
                        ProblemType.HEADER_INVALID, "Path or query hold an encoded control character");
            }
        }
    }

    /** C0 and DEL; the bytes from 80 on are parts of UTF-8 characters. */
    private static boolean isControl(int octet) {
        return octet < 0x20 || octet == 0x7f;
    }
}
