package io.tongban.gateway.edge;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;

/** The target URI that a partner signed: the configured public base URL and the raw request target, never the Host. */
final class TargetUri {
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
     * cursor has and no database column takes.
     *
     * @throws ProblemException header-invalid
     */
    static void check(String target) {
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
