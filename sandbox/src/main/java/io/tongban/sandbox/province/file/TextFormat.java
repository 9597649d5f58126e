package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.BookText;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of fields. */
record TextFormat(Charset charset, String delimiter) {
    private static final Pattern LINE = Pattern.compile("\n");

    String line(Object... fields) {
        return String.join(
                        delimiter,
                        List.of(fields).stream().map(Object::toString).toList()) + "\n";
    }

    /** @throws RefusedFileException if this is not text, or its last line has no end */
    List<List<String>> lines(byte[] file) throws RefusedFileException {
        Pattern fields = Pattern.compile(delimiter, Pattern.LITERAL);
        String text = text(file);
        if (!text.endsWith("\n")) {
            throw RefusedFileException.unreadable();
        }
        return LINE.splitAsStream(text)
                .map(line -> List.of(fields.split(line, -1)))
                .toList();
    }

    byte[] bytes(String text) {
        return BookText.write(text, charset);
    }

    private String text(byte[] file) throws RefusedFileException {
        try {
            // A new decoder reports what does not decode; the convenience of String would put in a replacement.
            return BookText.read(file, charset);
        } catch (CharacterCodingException e) {
            throw RefusedFileException.unreadable();
        }
    }
}
