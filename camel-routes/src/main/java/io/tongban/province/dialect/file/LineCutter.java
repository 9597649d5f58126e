package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file of the far side into lines and never holds more than one. It cuts bytes before anybody decodes, because half a
 * character would swallow what follows it, and no charset of this dialect has a line feed within a character.
 */
final class LineCutter {
    private final InputStream in;
    private final int maxBytes;
    private long left;

    /** @param in buffered, or else slow */
    LineCutter(InputStream in, int maxBytes, long maxLines) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.left = maxLines;
    }

    /**
     * The next line without its end, which the last one may lack; nothing after it. A control character in it is for the
     * row that it stands in to judge: in a mere message it does no harm, and other rows have none of it.
     *
     * @throws CallFailed as unreadable if a line is too long, or there are too many
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() == maxBytes) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            line.write(next);
            next = in.read();
        }
        if (left-- == 0) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return line.toByteArray();
    }
}
