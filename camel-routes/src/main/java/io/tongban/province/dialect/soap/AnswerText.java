package io.tongban.province.dialect.soap;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.WireText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes an answer: by what HTTP says of it, else by its own mark or declaration (RFC 7303, section 3.2). */
final class AnswerText {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml [^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]+)[\"']");
    private static final int DECLARATION_BYTES = 200;
    /** In these a province may write; GB 2312 is what many call any of its successors. */
    private static final Map<String, WireText> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (String name : new String[] {"UTF-8", "GBK", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII"}) {
            KNOWN.put(name, new WireText(Charset.forName(name)));
        }
        KNOWN.put("UTF8", new WireText(StandardCharsets.UTF_8));
        KNOWN.put("GB2312", new WireText(Charset.forName("GBK")));
    }

    private AnswerText() {}

    /**
     * As far as it is text; what is none becomes U+FFFD, which only a message may hold.
     *
     * @throws CallFailed as unreadable if it says to be in an encoding that none of these provinces has
     */
    static String decoded(byte[] body, String contentType) {
        WireText wire = KNOWN.get(named(body, contentType));
        if (wire == null) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return wire.decodeAsFarAsPossible(body);
    }

    private static String named(byte[] body, String contentType) {
        if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            return "UTF-16";
        }
        if (startsWith(body, 0xEF, 0xBB)) {
            return "UTF-8";
        }
        Matcher charset = CHARSET.matcher(contentType);
        if (charset.find()) {
            return charset.group(1);
        }
        int length = Math.min(body.length, DECLARATION_BYTES);
        Matcher declared = DECLARED.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
        return declared.find() ? declared.group(1) : "UTF-8";
    }

    private static boolean startsWith(byte[] body, int first, int second) {
        return body.length > 1 && (body[0] & 0xFF) == first && (body[1] & 0xFF) == second;
    }
}
