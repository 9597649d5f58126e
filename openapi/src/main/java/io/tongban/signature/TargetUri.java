package io.tongban.signature;

import java.util.Locale;

/**
 * A target URI cut as in RFC 3986, appendix B. Nothing is decoded or otherwise normalised, so that what was sent is
 * what is signed.
 *
 * @param scheme in lower case
 * @param authority host in lower case, and the port if it is not the scheme's default
 * @param path a single slash if it is empty
 * @param query with its question mark, which stands alone if there is no query (RFC 9421, section 2.2.7)
 * @param requestTarget the origin form (RFC 9112, section 3.2.1)
 */
record TargetUri(String scheme, String authority, String path, String query, String requestTarget) {

    static TargetUri of(RequestMessage request) {
        String uri = request.targetUri();
        int schemeEnd = uri.indexOf("://");
        if (schemeEnd <= 0) {
            throw new SignatureRefusedException(SignatureFailure.MALFORMED, "The target URI is not absolute");
        }
        int fragment = uri.indexOf('#');
        int end = fragment < 0 ? uri.length() : fragment;
        int authorityStart = schemeEnd + 3;
        int authorityEnd = first(uri, "/?", authorityStart, end);
        int pathEnd = first(uri, "?", authorityEnd, end);

        String scheme = uri.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        String path = authorityEnd == pathEnd ? "/" : uri.substring(authorityEnd, pathEnd);
        String query = uri.substring(pathEnd, end);
        String authority = authority(scheme, uri.substring(authorityStart, authorityEnd));
        return new TargetUri(scheme, authority, path, query.isEmpty() ? "?" : query, path + query);
    }

    private static String authority(String scheme, String raw) {
        String authority = raw.substring(raw.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String defaultPort = scheme.equals("https") ? ":443" : scheme.equals("http") ? ":80" : ":";
        if (authority.endsWith(defaultPort)) {
            return authority.substring(0, authority.length() - defaultPort.length());
        }
        return authority.endsWith(":") ? authority.substring(0, authority.length() - 1) : authority;
    }

    private static int first(String uri, String delimiters, int from, int end) {
        for (int i = from; i < end; i++) {
            if (delimiters.indexOf(uri.charAt(i)) >= 0) {
                return i;
            }
        }
        return end;
    }
}
