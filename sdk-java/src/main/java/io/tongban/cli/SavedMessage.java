package io.tongban.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tongban.signature.MessageFields;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP message in a file: start line and fields, an empty line, then the octets of the body exactly as they went over
 * the wire. Lines end with LF or CRLF.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SavedMessage(String startLine, MessageFields fields, byte[] body) {
    private static final int MOST_FIELDS = 200;

    static SavedMessage parse(byte[] octets) {
        int start = 0;
        String startLine = "";
        MessageFields.Builder fields = MessageFields.builder();
        int count = 0;
        while (start < octets.length) {
            int end = lineEnd(octets, start);
            String line = new String(octets, start, trimmed(octets, start, end) - start, ISO_8859_1);
            start = Math.min(end + 1, octets.length);
            if (startLine.isEmpty()) {
                startLine = line;
            } else if (line.isEmpty()) {
                break;
            } else if (++count > MOST_FIELDS) {
                throw CommandFailedException.usage("More than " + MOST_FIELDS + " fields: is this one HTTP message?");
            } else {
                add(fields, line, count + 1);
            }
        }
        return new SavedMessage(startLine, fields.build(), Arrays.copyOfRange(octets, start, octets.length));
    }

    private static void add(MessageFields.Builder fields, String line, int number) {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw CommandFailedException.usage("Line " + number + " is no field: expected Name: value");
        }
        fields.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    private static int lineEnd(byte[] octets, int start) {
        int end = start;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return end;
    }

    private static int trimmed(byte[] octets, int start, int end) {
        return end > start && octets[end - 1] == '\r' ? end - 1 : end;
    }

    /** Writes a message in the form that {@link #parse} reads. */
    static byte[] written(String startLine, Map<String, List<String>> fields, byte[] body) {
        StringBuilder head = new StringBuilder(startLine).append('\n');
        fields.forEach((name, values) -> values.forEach(value -> add(head, name, value)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Pseudo-fields of HTTP/2 are no fields. */
    private static void add(StringBuilder head, String name, String value) {
        if (!name.startsWith(":")) {
            head.append(name).append(": ").append(value).append('\n');
        }
    }

    boolean isAnswer() {
        return startLine.startsWith("HTTP/");
    }

    /** Of an answer. */
    int status() {
        String[] words = startLine.split(" ", 3);
        if (words.length < 2 || !words[1].matches("[1-5][0-9]{2}")) {
            throw CommandFailedException.usage("The first line of an answer is like HTTP/1.1 200");
        }
        return Integer.parseInt(words[1]);
    }

    /** Of a request. */
    String method() {
        return requestLine()[0];
    }

    /** As it stands in the request line: a path with query, or a whole URI. */
    String target() {
        return requestLine()[1];
    }

    private String[] requestLine() {
        String[] words = startLine.split(" ", -1);
        if (words.length < 2 || words.length > 3 || words[0].isEmpty()) {
            throw CommandFailedException.usage("The first line of a request is like POST /v1/withholdings HTTP/1.1");
        }
        return words;
    }

    /** The body without what many editors append to a file; empty if there is nothing of the kind. */
    Optional<byte[]> bodyWithoutLastLineEnd() {
        int end = body.length;
        if (end > 0 && body[end - 1] == '\n') {
            return Optional.of(Arrays.copyOf(body, trimmed(body, 0, end - 1)));
        }
        return Optional.empty();
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "SavedMessage[" + fields + ", " + body.length + " octets]";
    }
}
